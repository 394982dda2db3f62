/** How much one person may ask. */
export interface RateLimits {
  /** Requests at once. */
  readonly atOnce: number;
  /** One more in so many milliseconds. */
  readonly everyMs: number;
  /** Nothing for so many milliseconds, for a person who asks more. */
  readonly restMs: number;
  /** People who are remembered; the one seen first is forgotten first. */
  readonly people: number;
}

/** Nobody types thirty questions at once, and a loop soon does. */
export const RATE_LIMITS: RateLimits = {
  atOnce: 30,
  everyMs: 1000,
  restMs: 30_000,
  people: 10_000,
};

/** What becomes of a request: `first` is the one that goes too far, `more` is what follows it. */
export type Admission = 'admitted' | 'first' | 'more';

/**
 * A bucket for each person: full at first, a request takes one out, and one comes back at the allowed pace. Of each
 * person one number is kept: until when all requests are paid for at that pace, or, negative, until when they rest.
 */
export class RateLimiter {
  private readonly people = new Map<string, number>();

  constructor(private readonly limits: RateLimits = RATE_LIMITS) {}

  /** How many people are remembered. */
  get size(): number {
    return this.people.size;
  }

  /** @param now in milliseconds, from any point on; not negative */
  admit(user: string, now: number): Admission {
    const { atOnce, everyMs, restMs } = this.limits;
    const kept = this.people.get(user);
    if (kept !== undefined && now < -kept) return 'more';
    const paid = Math.max(kept ?? 0, now) + everyMs;
    const isTooMuch = paid - now > atOnce * everyMs;
    const next = Math.round(isTooMuch ? -(now + restMs) : paid);
    if (kept === undefined) this.meet(user, next);
    else this.people.set(user, next);
    return isTooMuch ? 'first' : 'admitted';
  }

  private meet(user: string, kept: number): void {
    if (this.people.size >= this.limits.people) {
      const [first] = this.people.keys();
      if (first !== undefined) this.people.delete(first);
    }
    // A part of a text keeps the whole of it in memory, and this one came in the body of a request.
    this.people.set(Buffer.from(user).toString(), kept);
  }
}
