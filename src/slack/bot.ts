import type { Logger } from 'pino';
import type { OpenedRules } from '../cache/open-rules';
import type { Seal } from '../replies/slack/ask-team';
import type { ChannelIds } from '../replies/slack/mrkdwn';
import type { Store } from '../store/store';
import type { UnderWay } from './under-way';

/** What every listener works with. */
export interface Bot {
  /** The rule book in force. */
  rules(): OpenedRules;
  /** Channels whose id is known. */
  channels(): ChannelIds;
  /** Signs what a button carries. */
  readonly seal: Seal;
  readonly log: Logger;
  readonly underWay: UnderWay;
  readonly store: Store;
  /** Ids of the users who see how the bot does. */
  readonly teamUsers: readonly string[];
}
