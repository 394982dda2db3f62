import type { Logger } from 'pino';
import type { OpenedRules } from '../cache/open-rules';
import type { Seal } from '../replies/slack/ask-team';
import type { ChannelIds } from '../replies/slack/mrkdwn';
import type { Store } from '../store/store';
import type { Flood } from './flood';
import type { Reach } from './reach';
import type { ServedTeams } from './served-teams';
import type { UnderWay } from './under-way';

/** What every listener works with. */
export interface Bot {
  /** The rule book in force. */
  rules(): OpenedRules;
  /** Channels whose id is known. */
  channels(): ChannelIds;
  /** Where people ask when the bot fails, such as `#team`; null where it is no channel. */
  readonly place: () => string | null;
  /** Signs what a button carries. */
  readonly seal: Seal;
  readonly log: Logger;
  readonly underWay: UnderWay;
  readonly store: Store;
  /** Ids of the users who see how the bot does. */
  readonly teamUsers: readonly string[];
  readonly served: ServedTeams;
  readonly flood: Flood;
  readonly reach: Reach;
}
