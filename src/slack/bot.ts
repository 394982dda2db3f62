import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { OpenRuleBook } from '../loader/open-rule-book';
import type { Sign } from './signed-value';
import type { ChannelIds } from './blocks/mrkdwn';
import type { Store } from '../store/store';
import type { RateLimiter } from './middleware/rate-limiter';
import type { DeliveryHealth } from './delivery/delivery-health';
import type { AllowedTeams } from './middleware/allowed-teams';
import type { ThreadMemory } from './features/ask/thread-memory';
import type { InFlight } from './in-flight';

/** What every listener works with. */
export interface Bot {
  /** The rule book in force. */
  rules(): OpenRuleBook;
  /** Channels whose id is known. */
  channels(): ChannelIds;
  /** Where people ask when the bot fails, such as `#team`; null where it is no channel. */
  readonly fallbackChannel: () => string | null;
  /** Signs what a button carries. */
  readonly sign: Sign;
  readonly log: Logger;
  readonly inFlight: InFlight;
  readonly store: Store;
  /** Ids of the users who see how the bot does. */
  readonly teamUsers: readonly string[];
  readonly allowedTeams: AllowedTeams;
  readonly rateLimiter: RateLimiter;
  readonly threadMemory: ThreadMemory;
  readonly deliveryHealth: DeliveryHealth;
  /** Calls Slack once: a second try of what Slack took, and did not answer, would post it twice. */
  readonly singleTryClient: WebClient;
}
