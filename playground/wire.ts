import type { ApiCall } from '../packages/local-slack/src/http-front';
import type { BotRequest } from '../packages/local-slack/src/bot-request';
import type {
  Channel,
  Ephemeral,
  Message,
  OpenView,
  User,
} from '../packages/local-slack/src/slack-objects';

/** The messages between the page and its server. */

/** The app, from its manifest. */
export interface AppFacts {
  readonly userId: string;
  readonly name: string;
  readonly commands: readonly { readonly command: string; readonly hint: string }[];
  readonly shortcuts: readonly { readonly name: string; readonly callbackId: string }[];
}

export interface Place extends Channel {
  readonly topic: string;
}

/** A sample question, and where it is asked. */
export interface ReadyQuestion {
  readonly channel: string;
  readonly text: string;
}

/** A request between Slack and the bot, or a decision of the bot. `n` orders them. */
export type Step =
  | ({ readonly kind: 'request'; readonly n: number } & Omit<BotRequest, 'kind' | 'payload'> & {
        readonly name: string;
        readonly payload: object;
      })
  | ({ readonly kind: 'call'; readonly n: number } & ApiCall)
  | { readonly kind: 'routed'; readonly n: number; readonly at: number; readonly answer: object };

export const API_FAULTS = ['none', 'slow', 'failing', 'limited'] as const;
export type ApiFaultName = (typeof API_FAULTS)[number];

export interface FaultState {
  readonly api: ApiFaultName;
  readonly expiredTriggers: boolean;
}

export interface RulesReport {
  readonly kind: 'in force' | 'learning' | 'refused';
  readonly version: string;
  /** Each fault with its place; empty unless the edit was rejected. */
  readonly faults: string;
}

export interface Snapshot {
  readonly team: string;
  readonly mode: 'http' | 'socket';
  readonly app: AppFacts;
  readonly users: readonly User[];
  /** Ids of the people that the visitor can be. */
  readonly people: readonly string[];
  readonly channels: readonly Place[];
  readonly questions: readonly ReadyQuestion[];
  readonly messages: readonly Message[];
  readonly ephemerals: readonly Ephemeral[];
  readonly modals: Readonly<Record<string, readonly OpenView[]>>;
  readonly homes: Readonly<Record<string, OpenView>>;
  readonly steps: readonly Step[];
  readonly faults: FaultState;
  readonly rules: RulesReport;
}

/** Updates from the server to the page. */
export type News =
  | { readonly type: 'hello'; readonly snapshot: Snapshot }
  | { readonly type: 'message'; readonly message: Message }
  | { readonly type: 'message gone'; readonly channel: string; readonly ts: string }
  | { readonly type: 'ephemeral'; readonly ephemeral: Ephemeral }
  | { readonly type: 'ephemeral gone'; readonly ts: string }
  | { readonly type: 'modals'; readonly user: string; readonly stack: readonly OpenView[] }
  | { readonly type: 'home'; readonly user: string; readonly home: OpenView }
  | { readonly type: 'step'; readonly step: Step }
  | { readonly type: 'faults'; readonly faults: FaultState }
  | { readonly type: 'rules'; readonly rules: RulesReport };

/** The result of an action. */
export interface ActReply {
  /** Whether the app did not answer, or gave an answer that Slack cannot use. */
  readonly refused: boolean;
}
