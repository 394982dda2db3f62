import type { Place, Snapshot } from '../../wire';
import type { Ephemeral, Message, User } from '../../../packages/local-slack/src/slack-objects';

export type Shown = Message | Ephemeral;

export function isEphemeral(message: Shown): message is Ephemeral {
  return 'is_ephemeral' in message;
}

/** Every message that one person sees in a channel, including threads, in chronological order. */
function seenBy(workspace: Snapshot, me: string, channel: string): Shown[] {
  const ephemerals = workspace.ephemerals.filter(({ viewer }) => viewer === me);
  return [...workspace.messages, ...ephemerals]
    .filter((message) => message.channel === channel)
    .sort((a, b) => Number(a.ts) - Number(b.ts));
}

/** The messages outside threads. */
export function messagesOf(workspace: Snapshot, me: string, channel: string): Shown[] {
  return seenBy(workspace, me, channel).filter(
    ({ thread_ts: thread, ts, subtype }) =>
      thread === undefined || thread === ts || subtype === 'thread_broadcast',
  );
}

export interface Thread {
  readonly first: Shown | undefined;
  readonly replies: readonly Shown[];
}

export function threadOf(
  workspace: Snapshot,
  me: string,
  { channel, ts }: { channel: string; ts: string },
): Thread {
  const seen = seenBy(workspace, me, channel);
  return {
    first: seen.find((message) => message.ts === ts),
    replies: seen.filter((message) => message.thread_ts === ts && message.ts !== ts),
  };
}

export function userOf({ users }: Snapshot, id: string | undefined): User | undefined {
  return users.find((user) => user.id === id);
}

/** A person's role, such as "Account executive"; empty if it is unknown. */
export function titleOf({ profile }: User): string {
  const { title } = profile;
  return typeof title === 'string' ? title : '';
}

/** Such as # field-questions, or the other person's name. */
export function nameOfPlace(workspace: Snapshot, me: string, place: Place): string {
  if (!place.is_im) return place.name;
  const other = place.members.find((member) => member !== me);
  return userOf(workspace, other)?.real_name ?? 'Nobody';
}

/** The person's direct messages with the app. */
export function appChannelId(me: string): string {
  return `D${me.slice(1)}`;
}
