import type { FeatureList } from './features/feature-list';
import type { ModelRows } from './model-rows';
import type { KnownWords } from './words/spelling';

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
  readonly kind: 'letter' | 'question';
  readonly segments: readonly Segment[];
  /** Greeting, signature and quotes: they may name a program but do not decide the route. */
  readonly margin: string;
  /** Lines that do not count at all: a mail's headers and small print. */
  readonly dropped: readonly string[];
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
  readonly neighbours: readonly string[];
  readonly programs: readonly ProgramNames[];
  /** Phrases that hold a hint and suggest no program. */
  readonly idioms: readonly string[];
  readonly abbreviations: Readonly<Record<string, string>>;
  readonly concepts: readonly Concept[];
  /** Function words that never count as a reason. */
  readonly fillers: readonly string[];
  /** Words that count, but that nobody would name as a reason. */
  readonly unspoken: readonly string[];
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
  /** Route ids and `neighbour:<id>`, in alphabetical order. */
  readonly classes: readonly string[];
  readonly list: FeatureList;
  /** A row of numbers for each feature. */
  readonly rows: ModelRows;
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

/** Where an answer, a question back and silence begin; learnt by cross-validation. */
export interface Thresholds {
  /** Scores are divided by it before they become probabilities. */
  readonly temperature: number;
  /** Letters are longer and less to the point than questions: each kind has bounds of its own. */
  readonly question: Bounds;
  readonly letter: Bounds;
  readonly openness: Openness;
}

/** How the signs that a text leaves open what it asks are weighed together; `weighSigns` lists them. */
export interface Openness {
  readonly bias: number;
  readonly weights: readonly number[];
}

export interface Bounds {
  /** Least probability of a single answer. */
  readonly answer: number;
  /** From this probability of the neighbours on, nothing fits. */
  readonly none: number;
  /** The same for a text that calls a program by name. */
  readonly noneThoughNamed: number;
  /** From this probability on, a text fits two routes or leaves open what it asks. */
  readonly open: number;
  /** Least probability, together, of the routes that a question back offers. */
  readonly offer: number;
}

/** A route with its probability, 0 to 1. */
export interface Candidate {
  readonly route: string;
  readonly program: string | null;
  readonly confidence: number;
}

/** The router's decision: exactly one route, a question back, or none. */
export type Routed = RoutedAnswer | RoutedClarify | RoutedNone;

interface RoutedBase {
  readonly program: string | null;
  /** 0 to 1: how sure the router is of the best candidate. */
  readonly confidence: number;
  /** The asker's words that decided, strongest first. */
  readonly why: readonly string[];
  /** The text seems to be in another language than the rules. */
  readonly foreign: boolean;
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
  /** The two or three routes to choose from. */
  readonly alternatives: readonly Candidate[];
}

export interface RoutedNone extends RoutedBase {
  readonly outcome: 'none';
  /** The neighbour that the text seems to belong to, if any. */
  readonly neighbour: string | null;
  readonly alternatives: readonly Candidate[];
}
