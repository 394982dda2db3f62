import { randomUUID } from 'node:crypto';
import type {
  AnswerRow,
  ChoiceRow,
  EscalationRow,
  EscalationStep,
  SuggestedQuestionRow,
  Tables,
  VoteRow,
} from './database/tables';
import type { Digest } from './digest';

type New<Row> = Omit<Row, 'id' | 'at'>;

/** One answer, without any text. */
export type AnswerGiven = New<AnswerRow>;

/** What is worth keeping of something that happened. */
export type UsageEvent =
  | { readonly kind: 'answer'; readonly row: AnswerGiven }
  | {
      readonly kind: 'vote';
      readonly row: New<VoteRow>;
      /** Who, and on which message: kept as a digest alone, so that nobody counts twice. */
      readonly by: readonly string[];
    }
  | { readonly kind: 'choice'; readonly row: New<ChoiceRow>; readonly by: readonly string[] }
  | {
      readonly kind: 'handed';
      /** By which its steps name it; a new one where there is none. */
      readonly id?: string;
      readonly row: Omit<New<EscalationRow>, 'closed_at'>;
    }
  | { readonly kind: 'escalation-step'; readonly escalation: string; readonly step: EscalationStep }
  | { readonly kind: 'text'; readonly row: New<SuggestedQuestionRow> };

/** A row to write, with an id of its own: written twice it is there once. */
export type UsageRow = {
  [T in keyof Tables]: { readonly table: T; readonly row: Tables[T] };
}[keyof Tables];

/**
 * The row for something that happened.
 *
 * @param at milliseconds since 1970
 */
export function toRow(
  happened: UsageEvent,
  { at, digest }: { at: number; digest: Digest },
): UsageRow {
  const id = randomUUID();
  switch (happened.kind) {
    case 'answer':
      return { table: 'answers', row: { id, at, ...happened.row } };
    case 'vote':
      return {
        table: 'votes',
        row: { id: digest('vote', ...happened.by), at, ...happened.row },
      };
    case 'choice':
      return {
        table: 'choices',
        row: { id: digest(happened.row.kind, ...happened.by), at, ...happened.row },
      };
    case 'handed':
      return {
        table: 'handed',
        row: { id: happened.id ?? id, at, closed_at: null, ...happened.row },
      };
    case 'escalation-step': {
      const { escalation, step } = happened;
      return {
        table: 'escalation_steps',
        row: { id: `${escalation} ${step}`, at, escalation, step },
      };
    }
    case 'text':
      return { table: 'kept_texts', row: { id, at, ...happened.row } };
  }
}
