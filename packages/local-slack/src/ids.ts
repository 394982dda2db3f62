import { randomBytes } from 'node:crypto';

/** Identifiers in the form of Slack's. */
export class Ids {
  private count = 0;

  constructor(private readonly now: () => number) {}

  /** A timestamp in seconds with six digits that make it unique, as in every `ts` of Slack. */
  ts(): string {
    this.count += 1;
    return `${this.seconds()}.${String(this.count).padStart(6, '0')}`;
  }

  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  /** Such as Ev0A1B2C3D for an event. */
  next(prefix: string): string {
    this.count += 1;
    return `${prefix}0${this.count.toString(36).toUpperCase().padStart(7, '0')}`;
  }

  secret(bytes: number): string {
    return randomBytes(bytes).toString('hex');
  }

  hash(): string {
    return `${this.seconds()}.${this.secret(4)}`;
  }
}
