import type { FeatureList } from './model/feature-list';
import type { WeightMatrix } from './model/weight-matrix';
import type { KnownWords } from './text/spelling';

/** Where a text came from. A shortcut's text is always somebody's letter. */
export type Surface = 'slash' | 'mention' | 'shortcut';

/** One piece of an utterance, with how much it counts: 1 for a plain sentence. */
export interface Segment {
  readonly text: string;
  readonly role: SegmentRole;
  readonly weight: number;
}

export type SegmentRole = 'asking' | 'telling' | 'subject' | 'quoted';

/** What somebody said, cleaned: markup, greeting, signature and quotes are told apart from what counts. */
export interface Utterance {
  /** A pasted or forwarded letter by an outsider, or a colleague's question. */
  readonly kind: 'email' | 'question';
  readonly segments: readonly Segment[];
  /** Greeting, signature and quotes: they may name a program but do not decide the route. */
  readonly boilerplate: string;
  /** Lines that do not count at all: a mail's headers and small print. */
  readonly ignored: readonly string[];
}

/** One program as the router knows it. */
export interface ProgramNames {
  readonly id: string;
  readonly names: readonly string[];
  readonly hints: readonly string[];
  /** Looked at only where there is neither name nor hint. */
  readonly faint: readonly string[];
}

/** Words that mean the same: each of `words` (a word or a phrase) stands for the concept. */
export interface Concept {
  readonly id: string;
  readonly words: readonly string[];
}

/** What the router takes from a rule book, besides the trained weights. */
export interface RoutingBook {
  readonly routes: readonly RoutingRoute[];
  readonly outOfScopeIntents: readonly string[];
  readonly programs: readonly ProgramNames[];
  /** Phrases that hold a hint and suggest no program. */
  readonly idioms: readonly string[];
  readonly abbreviations: Readonly<Record<string, string>>;
  readonly concepts: readonly Concept[];
  /** Function words that never count as a reason. */
  readonly stopWords: readonly string[];
  /** Words that count, but that nobody would name as a reason. */
  readonly hiddenWords: readonly string[];
}

/** One route as the router knows it. */
export interface RoutingRoute {
  readonly id: string;
  readonly topic: string;
  /** The route belongs to these programs alone; empty: to any. */
  readonly programs: readonly string[];
  /** For a program named here, another route answers instead. */
  readonly insteadFor: Readonly<Record<string, string>>;
  /** Lists of words; which lists a question uses is told with the answer. */
  readonly asks: readonly (readonly string[])[];
  /** Routes with the same name here lead whoever holds an outsider's email to the same action. */
  readonly emailAction: string | null;
}

/** A labelled utterance to learn from: one label, or two or three where asking back is right. */
export interface Example {
  readonly text: string;
  readonly labels: readonly string[];
  /** A look-alike, chosen because it is hard: it teaches, but says nothing of how often the model errs. */
  readonly counter?: boolean;
}

/** The trained weights: plain arrays, so that they can be kept in a file. */
export interface Weights {
  /** Route ids and `out-of-scope intent:<id>`, in alphabetical order. */
  readonly classes: readonly string[];
  readonly list: FeatureList;
  /** A row of numbers for each feature. */
  readonly rows: WeightMatrix;
  /** What a whole number among a row's weights stands for: they are half as large as real numbers. */
  readonly unit: number;
  /** The inverse document frequency of a word that no example has. */
  readonly rarest: number;
  /** The length of the character n-grams of a text, together, beside that of its words, which is 1. */
  readonly gramWeight: number;
  readonly bias: Float32Array;
  readonly unclearBias: number;
  /** For spelling. */
  readonly words: KnownWords;
  readonly thresholds: Thresholds;
}

/** How the model's scores become probabilities; fitted on held-out examples. */
export interface Thresholds {
  /** Scores are divided by it before they become probabilities. */
  readonly temperature: number;
  readonly ambiguity: AmbiguityModel;
  /** What is added to the log odds that a text is out of scope, by how it speaks of a program. */
  readonly outOfScopeShift: Readonly<Record<ProgramMention, number>>;
}

/** How a text speaks of a program: by its name, by words that suggest it, or not at all. */
export type ProgramMention = 'named' | 'suggested' | 'absent';

/** How the signs that a text leaves open what it asks are weighed together; `ambiguityFeatures` lists them. */
export interface AmbiguityModel {
  readonly bias: number;
  readonly weights: readonly number[];
}

/** A route with its probability, 0 to 1. */
export interface Candidate {
  readonly route: string;
  readonly program: string | null;
  readonly confidence: number;
}

/** The router's decision: one route, a guess with other readings or a question back, or none. */
export type Routed = RoutedAnswer | RoutedClarify | RoutedNone;

interface RoutedBase {
  readonly program: string | null;
  /** 0 to 1: how sure the router is of the best candidate. */
  readonly confidence: number;
  /** The asker's words that decided, strongest first. */
  readonly why: readonly string[];
  /** The likeliest routes, best first, three at most, whatever the outcome. */
  readonly candidates: readonly Candidate[];
  /** The text seems to be in another language than the rules. */
  readonly otherLanguage: boolean;
}

export interface RoutedAnswer extends RoutedBase {
  readonly outcome: 'answer';
  readonly route: string;
  /** Which of the route's `asks` the text uses, by their number. */
  readonly asked: readonly number[];
  /** Runner-ups, three at most. */
  readonly alternatives: readonly Candidate[];
}

export interface RoutedClarify extends RoutedBase {
  readonly outcome: 'clarify';
  /** The likeliest reading, whose answer is shown at once as a guess; null where no reading leads. */
  readonly guess: Guess | null;
  /** The two or three readings to choose from; the first is the guess, where there is one. */
  readonly alternatives: readonly Candidate[];
}

/** An answer that is shown and marked as a guess. */
export interface Guess {
  readonly route: string;
  readonly program: string | null;
  /** Which of the route's `asks` the text uses, by their number. */
  readonly asked: readonly number[];
}

export interface RoutedNone extends RoutedBase {
  readonly outcome: 'none';
  /** The out-of-scope intent that the text seems to belong to, if any. */
  readonly outOfScopeIntent: string | null;
  readonly alternatives: readonly Candidate[];
}
