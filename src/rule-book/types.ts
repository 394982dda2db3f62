import type { RoutingBook } from '../router/types';

/** Every route, program and destination of a rule book, validated and frozen. */
export interface RuleBook {
  /** Twelve hexadecimal digits that change with any rule file. */
  readonly version: string;
  /** The date when the pages were last compared with the handbook, such as 2026-01-31; null if never. */
  readonly checkedOn: string | null;
  readonly team: { readonly name: string; readonly oldNames: readonly string[] };
  /** Placeholders other than programs and destinations, with their values. */
  readonly names: Readonly<Record<string, string>>;
  readonly programs: readonly Program[];
  readonly destinations: Readonly<Record<string, Destination>>;
  /** The id of the destination to point a reader to when there is no answer. */
  readonly fallback: string;
  readonly routes: Readonly<Record<string, Route>>;
  readonly outOfScope: Readonly<Record<string, OutOfScopeIntent>>;
  readonly guide: Guide;
  readonly routing: RoutingBook;
}

export interface Program {
  readonly id: string;
  readonly name: string;
  /** Whether it is a paid offering. Paid programs are left out if no program is named. */
  readonly paid: boolean;
  /** The id of its mailbox; null to use its channel instead. */
  readonly mailbox: string | null;
  readonly channel: string;
}

/** Where a person goes next. */
export type Destination =
  | { readonly kind: 'slack'; readonly value: string }
  | { readonly kind: 'email'; readonly value: string }
  | { readonly kind: 'salesforce'; readonly value: string }
  | {
      readonly kind: 'portal';
      readonly value: string;
      readonly url: string | null;
      readonly outside: string;
    }
  | { readonly kind: 'page'; readonly title: string; readonly url: string };

/** One answer. Its texts contain placeholders, which a reply replaces. */
export interface Route {
  readonly id: string;
  readonly topic: string;
  readonly title: string;
  readonly headline: string;
  readonly do: readonly string[];
  readonly doNot: readonly string[];
  readonly byProgram: Readonly<Record<string, ProgramPart>>;
  readonly ifAsked: readonly SubAnswer[];
  readonly programs: readonly string[];
  readonly mailbox: boolean;
  readonly destinations: readonly string[];
  readonly source: Source;
  readonly reply: LeadReply | null;
  readonly paste: { readonly for: string; readonly text: string } | null;
}

/** What a route says to a detail that was asked for. */
export interface SubAnswer {
  /** Takes the headline's place. */
  readonly headline: string | null;
  /** A sentence to add. */
  readonly say: string | null;
  /** Takes the headline's place for a program. */
  readonly byProgram: Readonly<Record<string, string>>;
  readonly destinations: readonly string[];
}

export interface ProgramPart {
  readonly headline: string | null;
  readonly do: readonly string[] | null;
  readonly note: string | null;
  readonly destinations: readonly string[];
}

/** The page and heading that an answer is based on. */
export interface Source {
  readonly page: string;
  readonly heading: string;
  readonly also: readonly string[];
}

export interface LeadReply {
  readonly subject: string;
  readonly body: string;
  /** The body for a program, instead of the general one. */
  readonly byProgram: Readonly<Record<string, string>>;
}

/** A kind of question that looks in scope but is not. */
export interface OutOfScopeIntent {
  readonly id: string;
  readonly what: string;
  readonly instead: string | null;
  readonly destinations: readonly string[];
}

export interface AppTexts {
  readonly name: string;
  readonly description: string;
  readonly command: string;
}

/** The texts that the bot uses to describe itself. */
export interface Guide {
  /** How the app appears in Slack; null to keep the texts in the manifest. */
  readonly app: AppTexts | null;
  readonly about: string;
  /** The language of the rules and of the questions. */
  readonly language: string;
  readonly examples: readonly string[];
  readonly topics: readonly { readonly id: string; readonly title: string }[];
}
