/** Who asks for something, and where. */
export interface Requester {
  readonly user: string;
  readonly channel: string | undefined;
  readonly thread: string | undefined;
}

/**
 * Who is behind a request of any kind, read by hand since every request passes here. Undefined where it is no person:
 * another bot, an edit, a join.
 */
export function requesterOf(body: object): Requester | undefined {
  const { user_id: user, channel_id: channel, event } = body as Readonly<Record<string, unknown>>;
  if (typeof user === 'string') return { user, channel: idOf(channel), thread: undefined };
  return isRecord(event) ? writerOf(event) : presserOf(body as Readonly<Record<string, unknown>>);
}

/** Subtypes of messages that people post: with files, from a thread, with `/me`. */
const BY_PEOPLE: ReadonlySet<unknown> = new Set(['file_share', 'thread_broadcast', 'me_message']);

function writerOf(event: Readonly<Record<string, unknown>>): Requester | undefined {
  const { user, channel, bot_id: bot, subtype, thread_ts: thread } = event;
  const isPerson = bot === undefined && (subtype === undefined || BY_PEOPLE.has(subtype));
  if (!isPerson || typeof user !== 'string') return undefined;
  return { user, channel: idOf(channel), thread: idOf(thread) };
}

function presserOf({ user, channel }: Readonly<Record<string, unknown>>): Requester | undefined {
  const id = isRecord(user) ? user['id'] : undefined;
  if (typeof id !== 'string') return undefined;
  return {
    user: id,
    channel: isRecord(channel) ? idOf(channel['id']) : undefined,
    thread: undefined,
  };
}

function idOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
