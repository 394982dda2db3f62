/**
 * Every table, under the name that it has in the database. No table holds the text of a question, a name, an address or a
 * user's id, except for `kept_texts`, which askers agree to. A keyed digest stands for a person (`digest.ts`). Times are
 * milliseconds since 1970.
 */
export interface Tables {
  answers: AnswerRow;
  votes: VoteRow;
  choices: ChoiceRow;
  handed: EscalationRow;
  escalation_steps: EscalationStepRow;
  kept_texts: SuggestedQuestionRow;
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

/** An escalation: a question that was handed to the team. */
export interface EscalationRow {
  readonly id: string;
  readonly at: number;
  readonly channel: string;
  readonly ts: string;
  readonly link: string;
  /** When the team was done with it; null while it is open. */
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

/** A question that its asker suggested as an example, masked and edited. */
export interface SuggestedQuestionRow {
  readonly id: string;
  readonly at: number;
  readonly text: string;
  readonly outcome: string;
  readonly route: string | null;
  readonly program: string | null;
  readonly rules: string;
}

/** An event that a copy of the bot claimed. */
export interface ClaimRow {
  /** Digest of the event's id, or of its channel and timestamp. */
  readonly id: string;
  readonly at: number;
  readonly owner: string;
  /** When the lease ends. */
  readonly until: number;
  /** 1: the answer was posted. */
  readonly answered: number;
  /** Attempts to answer it. */
  readonly takes: number;
}
