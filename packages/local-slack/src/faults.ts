import type { JsonObject } from './json';
import type { SocketFault } from './socket-hub';

/** What a Web API method does instead of, or (delayMs alone) before, its answer. */
export interface ApiFault {
  readonly delayMs?: number;
  /** An error code in an answer of HTTP 200. */
  readonly error?: string;
  /** What `response_metadata.messages` holds beside the error. */
  readonly messages?: readonly string[];
  readonly status?: number;
  /** Seconds, sent as Retry-After. */
  readonly retryAfter?: number;
  /** Stands in place of the answer, which HTTP 200 goes with. */
  readonly answer?: JsonObject;
  /** Never answers. */
  readonly hang?: true;
}

/** The name under which the use of a response_url is planned and recorded. */
export const RESPONSE_URL = 'response_url';

interface Planned {
  readonly method: string;
  readonly fault: ApiFault;
  left: number;
}

function isAny(planned: string, method: string): boolean {
  return planned === '*' && method !== RESPONSE_URL;
}

/** Faults on demand. The ones of `socket` and `expireTriggers` are wired up by LocalSlack. */
export class Faults {
  private planned: Planned[] = [];
  private acksToLose = 0;

  constructor(
    /** At the oldest so many WebSockets; at all, where no number is given. */
    readonly socket: (kind: SocketFault, most?: number) => void,
    readonly expireTriggers: (on: boolean) => void,
  ) {}

  /**
   * The next calls of a method, or of every method with '*', meet this fault. `response_url` stands for the addresses
   * that answer a command or an action; they need no token, and '*' leaves them out.
   */
  api(method: string, fault: ApiFault, times = Infinity): void {
    this.planned.push({ method, fault, left: times });
  }

  /** The bot's next acknowledgments get lost on their way to Slack. */
  loseAck(times = 1): void {
    this.acksToLose += times;
  }

  clear(): void {
    this.planned = [];
    this.acksToLose = 0;
    this.expireTriggers(false);
  }

  takeApiFault(method: string): ApiFault | undefined {
    const found = this.planned.find(
      (plan) => plan.left > 0 && (plan.method === method || isAny(plan.method, method)),
    );
    if (found === undefined) return undefined;
    found.left -= 1;
    return found.fault;
  }

  takeLostAck(): boolean {
    if (this.acksToLose === 0) return false;
    this.acksToLose -= 1;
    return true;
  }
}
