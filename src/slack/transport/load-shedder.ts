/** What somebody asks of the bot: they differ in how a refusal reaches the one who asked. */
export type PayloadKind = 'command' | 'event' | 'interaction';

/** How busy the bot is. */
export interface LoadSample {
  /** How long the present turn of the event loop has gone on taking requests, in milliseconds. */
  readonly turn: number;
  /** Requests taken in this turn. */
  readonly taken: number;
  /** Requests that are not answered yet. */
  readonly inFlight: number;
}

/**
 * All that waits in the sockets is taken in one turn of the event loop. Where a turn lasts this long, in milliseconds,
 * more comes in than is answered, and the last in the queue has waited as long.
 */
const LONGEST_TURN = 100;

/** One slow request makes a long turn, too: that is no crowd. */
const CROWD = 20;

/** An answer waits for Slack's Web API; where that hangs, this many wait, and no more. */
const MOST_IN_FLIGHT = 500;

/** Presses and modals are rare, and a refusal loses what somebody typed: they may wait so many times longer. */
const INTERACTION_FACTOR = 4;

/** Whether one more request is too much. */
export function isOverloaded({ turn, taken, inFlight }: LoadSample, kind: PayloadKind): boolean {
  const times = kind === 'interaction' ? INTERACTION_FACTOR : 1;
  if (inFlight >= times * MOST_IN_FLIGHT) return true;
  return taken >= CROWD && turn > times * LONGEST_TURN;
}

/** Watches how busy the bot is, by the requests alone: without any it costs nothing. */
export class LoadShedder {
  private taken = 0;
  private since = 0;

  /**
   * Whether the bot can take a request; to be asked once for each.
   *
   * @param inFlight how many requests are not answered yet
   */
  admits(kind: PayloadKind, inFlight: number): boolean {
    const now = performance.now();
    if (this.taken === 0) {
      this.since = now;
      setImmediate(() => {
        this.taken = 0;
      });
    }
    this.taken += 1;
    return !isOverloaded({ turn: now - this.since, taken: this.taken, inFlight }, kind);
  }
}
