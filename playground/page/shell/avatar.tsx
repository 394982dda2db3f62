import type { User } from '../../../packages/local-slack/src/slack-objects';
import { Icon } from './icon';

const SHADES = 5;

/** A person's initials, or the app's icon. */
export function Avatar({ user }: { readonly user: User | undefined }) {
  if (user?.is_bot === true) {
    return (
      <span className="avatar avatar-app" aria-hidden="true">
        <Icon name="route" />
      </span>
    );
  }
  const name = user?.real_name ?? '?';
  return (
    <span className="avatar" data-shade={shadeOf(name)} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

function initialsOf(name: string): string {
  return name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');
}

function shadeOf(name: string): number {
  let sum = 0;
  for (let at = 0; at < name.length; at += 1) sum += at * name.charCodeAt(at);
  return sum % SHADES;
}
