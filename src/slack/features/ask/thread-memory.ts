import type { AnsweredAbout } from '../../../answer/follow-up';

/** Threads that are remembered; the one answered first is forgotten first. */
const MOST_THREADS = 1000;

interface Thread {
  readonly channel: string;
  /** null for a direct message outside a thread. */
  readonly thread: string | null;
}

/** What the last answer in each thread was about. It keeps no text, and forgets everything at a restart. */
export class ThreadMemory {
  private readonly threads = new Map<string, AnsweredAbout>();

  /** How many threads are remembered. */
  get size(): number {
    return this.threads.size;
  }

  recall(thread: Thread): AnsweredAbout | undefined {
    return this.threads.get(keyOf(thread));
  }

  remember(thread: Thread, { route, program }: AnsweredAbout): void {
    const key = keyOf(thread);
    this.threads.delete(key);
    this.threads.set(key, { route, program });
    if (this.threads.size <= MOST_THREADS) return;
    const [oldest] = this.threads.keys();
    if (oldest !== undefined) this.threads.delete(oldest);
  }
}

function keyOf({ channel, thread }: Thread): string {
  return `${channel} ${thread ?? ''}`;
}
