import type { Settings } from './settings';

const PER_POST_MS = 1000;

interface Bucket {
  tokens: number;
  /** When the tokens were counted, in milliseconds. */
  at: number;
}

/**
 * One message a second in each channel, and a short burst. Slack gives no number for the burst.
 * https://docs.slack.dev/apis/web-api/rate-limits
 */
export class PostingLimit {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly settings: Pick<Settings, 'now' | 'postsAtOnce'>) {}

  /**
   * Counts a post in a channel.
   *
   * @returns the seconds to wait where there are too many; 0 where the post may go
   */
  take(channel: string): number {
    const { now, postsAtOnce } = this.settings;
    const { tokens, at } = this.buckets.get(channel) ?? { tokens: postsAtOnce, at: now() };
    const left = Math.min(postsAtOnce, tokens + (now() - at) / PER_POST_MS);
    this.buckets.set(channel, { tokens: left < 1 ? left : left - 1, at: now() });
    return left < 1 ? 1 : 0;
  }
}
