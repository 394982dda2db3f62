import type { User } from '../../../packages/local-slack/src/slack-objects';
import { timeOf } from './clock';

interface Props {
  readonly author: User | undefined;
  readonly name: string;
  readonly ts: string;
}

export function MessageHead({ author, name, ts }: Props) {
  return (
    <p className="message-head">
      <span className="message-author">{name}</span>
      {author?.is_bot === true && <span className="app-badge">APP</span>}
      <time className="message-time">{timeOf(ts)}</time>
    </p>
  );
}
