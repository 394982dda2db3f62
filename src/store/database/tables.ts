/**
 * Every table. No text of a question, no name, no address and no user's id: where a person must be told apart, a keyed
 * digest stands for them (`digest.ts`). Times are milliseconds since 1970.
 */
export interface Tables {
  answers: AnswerRow;
  votes: VoteRow;
  choices: ChoiceRow;
  handed: HandedRow;
  escalation_steps: EscalationStepRow;
  kept_texts: KeptTextRow;
  claims: ClaimRow;
}

/** One answer given. */
export interface AnswerRow {
  readonly id: string;
  readonly at: number;
  readonly surface: string;
  /** `answer`, `clarify` or `none`. */
  readonly outcome: string;
  readonly route: string | null;
  readonly topic: string | null;
  readonly program: string | null;
  readonly confidence: number;
  /** The rule book's version. */
  readonly rules: string;
  readonly ms: number;
}

/** One vote; a second one of the same person on the same answer replaces the first. */
export interface VoteRow {
  /** Digest of who voted and on which message. */
  readonly id: string;
  readonly at: number;
  readonly route: string;
  readonly program: string | null;
  readonly rules: string;
  /** 1: it helped; 0: it did not. */
  readonly helped: number;
}

/** A press on a runner-up (`chosen`), on "None of these" (`none`) or on "Not what I asked" (`rejected`). */
export interface ChoiceRow {
  readonly id: string;
  readonly at: number;
  readonly kind: 'chosen' | 'none' | 'rejected';
  /** The route chosen, or the one rejected. */
  readonly route: string | null;
  readonly program: string | null;
  readonly rules: string;
}

/** A question handed to the team. */
export interface HandedRow {
  readonly id: string;
  readonly at: number;
  readonly channel: string;
  readonly ts: string;
  readonly link: string;
  /** When the team was done with it; null: it is open. */
  readonly closed_at: number | null;
}

/** What became of a question that was handed to the team. The post says who did it. */
export interface EscalationStepRow {
  /** Of the escalation and the step: each step counts once. */
  readonly id: string;
  readonly at: number;
  /** Id of the row in `handed`. */
  readonly escalation: string;
  readonly step: EscalationStep;
}

/** `answered` and `closed` end an escalation. */
export type EscalationStep = 'taken' | 'answered' | 'closed' | 'reminded';

/** A text that its asker masked, edited and gave. */
export interface KeptTextRow {
  readonly id: string;
  readonly at: number;
  readonly text: string;
  readonly outcome: string;
  readonly route: string | null;
  readonly program: string | null;
  readonly rules: string;
}

/** An event that a copy took up. */
export interface ClaimRow {
  /** Digest of the event's id, or of its channel and timestamp. */
  readonly id: string;
  readonly at: number;
  readonly owner: string;
  /** When the lease ends. */
  readonly until: number;
  /** 1: the answer was posted. */
  readonly answered: number;
  /** How often it was taken up. */
  readonly takes: number;
}
