import type { Candidate, Routed } from '../router/types';
import type { Destination, Program, Route, Source } from '../rule-book/types';
import type { Line } from './inline';
import type { ReplyToLead } from './reply-to-lead';

/** A complete reply as plain values, the same for every surface. */
export interface Answer {
  readonly routed: Routed;
  /** The route whose answer this is; null for a bare question back and a refusal. */
  readonly route: Route | null;
  /** Whether the answer is marked as a guess. */
  readonly isGuess: boolean;
  readonly program: Program | null;
  /** The answer in one sentence. */
  readonly headline: Line;
  readonly steps: readonly Line[];
  readonly doNot: readonly Line[];
  /** Further sentences: what is special about the program, or a detail that was asked for. */
  readonly notes: readonly Line[];
  /** Each program's part, if no program is named. */
  readonly byProgram: readonly { readonly program: Program; readonly note: Line }[];
  readonly contacts: readonly Contact[];
  /** The program's mailbox and channel, where a program is known and `contacts` lacks them. */
  readonly programContacts: readonly Contact[];
  readonly links: readonly Link[];
  readonly source: Source | null;
  /** The readings to choose from, or the runner-ups. */
  readonly choices: readonly Choice[];
  readonly paste: { readonly for: Line; readonly text: Line } | null;
  /** The reply to the lead, if the route has one. */
  readonly reply: ReplyToLead | null;
}

export type Contact = Exclude<Destination, { kind: 'page' }>;
export type Link = Extract<Destination, { kind: 'page' }>;

/** Another reading to choose: its title for a button, and its answer in one sentence. */
export interface Choice {
  readonly candidate: Candidate;
  readonly title: Line;
  readonly headline: Line;
}
