import type { LocalSlack } from '../../packages/local-slack/src/local-slack';
import { literalText } from '../../packages/local-slack/src/user-text';

/** Converts typed text to Slack's format: names of people and channels become markup, everything else is escaped. */
export function typedText(slack: LocalSlack, typed: string): string {
  const marks = marksOf(slack);
  const names = [...marks.keys()].sort((a, b) => b.length - a.length).map(quoted);
  const pattern = new RegExp(`(${names.join('|')})(?![\\w-])`);
  return typed
    .split(pattern)
    .map((part) => marks.get(part) ?? literalText(part))
    .join('');
}

function marksOf({ users, channels }: LocalSlack): Map<string, string> {
  return new Map([
    ...users.map((user) => [`@${user.real_name}`, `<@${user.id}>`] as const),
    ...channels
      .filter((channel) => !channel.is_im)
      .map((channel) => [`#${channel.name}`, `<#${channel.id}>`] as const),
  ]);
}

function quoted(name: string): string {
  return name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
