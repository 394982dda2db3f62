/** What somebody asks of the bot: they differ in how a refusal reaches the one who asked. */
export type Kind = 'command' | 'event' | 'interaction';

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
const MOST_UNDER_WAY = 500;

/** Presses and modals are rare, and a refusal of them loses what somebody typed: they are the last to go. */
const PATIENCE = 4;

/** Whether one more request is too much. */
export function isOverloaded({ turn, taken, inFlight }: LoadSample, kind: Kind): boolean {
  const times = kind === 'interaction' ? PATIENCE : 1;
  if (inFlight >= times * MOST_UNDER_WAY) return true;
  return taken >= CROWD && turn > times * LONGEST_TURN;
}

/** Watches how busy the bot is, by the requests alone: without any it costs nothing. */
export class LoadShedder {
  private inFlight = 0;
  private taken = 0;
  private since = 0;

  /** Whether a request may be taken; to be asked once for each. */
  admits(kind: Kind): boolean {
    const now = performance.now();
    if (this.taken === 0) {
      this.since = now;
      setImmediate(() => {
        this.taken = 0;
      });
    }
    this.taken += 1;
    const { taken, inFlight } = this;
    return !isOverloaded({ turn: now - this.since, taken, inFlight }, kind);
  }

  /** Runs a piece of work that counts as a request under way until it ends. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    this.inFlight += 1;
    try {
      return await work();
    } finally {
      this.inFlight -= 1;
    }
  }
}
