import { errorHint, isTokenRefused } from './error-hints';

/** Whether Slack takes what the bot says, as its latest calls show. */
export class DeliveryHealth {
  /** Why Slack refused the latest message, wherever it would have gone. */
  private refusal: string | null = null;
  /** Why the last question could be answered nowhere. */
  private failure: string | null = null;
  private count = 0;

  /** How many requests ended with nobody told anything, since the start. */
  get unanswered(): number {
    return this.count;
  }

  /** Slack took what the bot said. */
  delivered(): void {
    this.refusal = null;
    this.failure = null;
  }

  /** Slack refused something; only what would be refused anywhere counts. */
  refused(code: string): void {
    if (isTokenRefused(code) || code === 'missing_scope') this.refusal = code;
  }

  /** Somebody asked, and no channel took anything for them. */
  undeliverable(code: string): void {
    this.count += 1;
    this.failure = code;
  }

  /** What `/readyz` must say; empty since Slack last took something. */
  problems(): string[] {
    const code = this.refusal ?? this.failure;
    if (code === null) return [];
    const what =
      this.refusal === null
        ? `somebody could be told nothing (${code}, ${this.count} since the start)`
        : `Slack refuses what the bot says (${code})`;
    const hint = errorHint(code);
    return [hint === undefined ? what : `${what}. ${hint}`];
  }
}
