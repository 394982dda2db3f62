import type { Logger } from 'pino';
import type { OpenedRules } from '../loader/open-rule-book';
import type { Seal } from './features/escalate/blocks';
import type { ChannelIds } from './blocks/mrkdwn';
import type { Store } from '../store/store';
import type { Flood } from './middleware/rate-limiter';
import type { Reach } from './delivery/delivery-health';
import type { ServedTeams } from './middleware/allowed-teams';
import type { UnderWay } from './in-flight';

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
