import type { BotLink } from './bot-link';
import type { EventSender } from './event-sender';
import type { Faults } from './faults';
import type { Ids } from './ids';
import type { Inputs } from './inputs';
import type { PostingLimit } from './posting-limit';
import type { ResponseUrls } from './response-urls';
import type { Settings } from './settings';
import type { SocketHub } from './socket-hub';
import type { TriggerIds } from './trigger-ids';
import type { Views } from './views';
import type { Workspace } from './workspace';

/** The parts of a local Slack, as its methods and its users' acts reach them. */
export interface Core {
  readonly settings: Settings;
  readonly ids: Ids;
  readonly workspace: Workspace;
  readonly views: Views;
  readonly triggers: TriggerIds;
  readonly responseUrls: ResponseUrls;
  readonly postingLimit: PostingLimit;
  readonly faults: Faults;
  readonly sockets: SocketHub;
  readonly bot: BotLink;
  readonly events: EventSender;
  readonly inputs: Inputs;
}
