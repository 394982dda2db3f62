import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { RESPONSE_URL, type Way } from './deliver';

/** Something to say: a sentence, or a whole message. */
export interface Words {
  readonly text: string;
  readonly blocks?: KnownBlock[];
}

/** As Bolt's `respond`, as far as it says something to one person. */
export type Respond = (message: {
  text: string;
  blocks?: KnownBlock[];
  response_type: 'ephemeral';
  replace_original: false;
}) => Promise<unknown>;

/** Somebody to tell something, and where they are. */
export interface Person {
  readonly client: WebClient;
  readonly user: string;
  /** The channel where they wrote or pressed; none in a view. */
  readonly channel?: string | undefined;
  readonly thread?: string | null | undefined;
  /** Answers a command, a shortcut or a press on a message; needs no token. */
  readonly respond?: Respond | undefined;
}

/** The ways to tell one person something that nobody else sees, the surest first. */
export function privateWays({ client, user, channel, thread, respond }: Person): Way<Words>[] {
  const ways: Way<Words>[] = [];
  if (respond !== undefined) {
    const place = { response_type: 'ephemeral', replace_original: false } as const;
    ways.push({ name: RESPONSE_URL, say: (words) => respond({ ...words, ...place }) });
  }
  if (channel !== undefined && channel !== '') {
    const place = { channel, user, ...(typeof thread === 'string' && { thread_ts: thread }) };
    ways.push({
      name: 'ephemeral',
      say: (words) => client.chat.postEphemeral({ ...place, ...words }),
    });
  }
  if (channel?.startsWith('D') !== true) ways.push(directWay(client, user));
  return ways;
}

function directWay(client: WebClient, user: string): Way<Words> {
  const quiet = { unfurl_links: false, unfurl_media: false };
  return {
    name: 'direct',
    say: (words) => client.chat.postMessage({ channel: user, ...words, ...quiet }),
  };
}

/** The same way for a sentence alone. */
export function plainly({ name, say }: Way<Words>): Way<{ readonly text: string }> {
  return { name, say: ({ text }) => say({ text }) };
}
