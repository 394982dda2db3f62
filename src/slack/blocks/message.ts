import type { KnownBlock } from '@slack/types';

/** What a message holds: blocks, and the text that notifications and screen readers use. */
export interface MessageContent {
  readonly text: string;
  readonly blocks: KnownBlock[];
}
