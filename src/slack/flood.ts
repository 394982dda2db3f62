/** How much one person may ask. */
export interface FloodLimits {
  /** Requests at once. */
  readonly atOnce: number;
  /** One more in so many milliseconds. */
  readonly everyMs: number;
  /** Nothing for so many milliseconds, for whoever asks more. */
  readonly restMs: number;
  /** People who are remembered; the one seen first is forgotten first. */
  readonly people: number;
}

/** Nobody types thirty questions at once, and a loop soon does. */
export const FLOOD_LIMITS: FloodLimits = {
  atOnce: 30,
  everyMs: 1000,
  restMs: 30_000,
  people: 10_000,
};

/** What becomes of a request: `first` is the one that goes too far, `more` is what follows it. */
export type Admission = 'admitted' | 'first' | 'more';

interface Person {
  /** When all that was asked would have come at the allowed pace; the bucket is empty `atOnce` paces before. */
  paid: number;
  restsUntil: number;
}

/** A bucket for each person: full at first, a request takes one out, and one comes back at the allowed pace. */
export class Flood {
  private readonly people = new Map<string, Person>();

  constructor(private readonly limits: FloodLimits = FLOOD_LIMITS) {}

  /** How many people are remembered. */
  get size(): number {
    return this.people.size;
  }

  /** @param now in milliseconds, from any point on */
  admit(user: string, now: number): Admission {
    const person = this.people.get(user) ?? this.meet(user);
    if (now < person.restsUntil) return 'more';
    const { atOnce, everyMs, restMs } = this.limits;
    const paid = Math.max(person.paid, now) + everyMs;
    if (paid - now > atOnce * everyMs) {
      person.restsUntil = now + restMs;
      person.paid = 0;
      return 'first';
    }
    person.paid = paid;
    return 'admitted';
  }

  private meet(user: string): Person {
    if (this.people.size >= this.limits.people) {
      const [oldest] = this.people.keys();
      if (oldest !== undefined) this.people.delete(oldest);
    }
    const person: Person = { paid: -Infinity, restsUntil: -Infinity };
    this.people.set(user, person);
    return person;
  }
}
