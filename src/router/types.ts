import type { FeatureList } from './model/feature-list';
import type { WeightMatrix } from './model/weight-matrix';
import type { AutomaticMail } from './text/automatic-mail';
import type { KnownWords } from './text/spelling';

/** The origin of a text. The text of a shortcut is always an email. */
export type Surface = 'slash' | 'mention' | 'shortcut';

/** One piece of an utterance with its weight: 1 for a plain sentence. */
export interface Segment {
  readonly text: string;
  readonly role: SegmentRole;
  readonly weight: number;
}

export type SegmentRole = 'asking' | 'telling' | 'subject' | 'quoted';

/** A cleaned text. Markup, greeting, signature and quotes are separated from the text that counts. */
export interface Utterance {
  /** A pasted or forwarded email from an outsider, or a colleague's question. */
  readonly kind: 'email' | 'question';
  readonly segments: readonly Segment[];
  /** Greeting, signature and quotes. They can name a program but do not affect the route. */
  readonly boilerplate: string;
  /** Ignored lines: an email's headers and legal notices. */
  readonly ignored: readonly string[];
  /** Left out where somebody wrote the letter to ask something. */
  readonly automatic?: AutomaticMail;
}

/** A program for the router. */
export interface ProgramNames {
  readonly id: string;
  readonly names: readonly string[];
  readonly hints: readonly string[];
  /** Used only if there is no name and no hint. */
  readonly faint: readonly string[];
}

/** Synonyms: each of `words` (a word or a phrase) stands for the concept. */
export interface Concept {
  readonly id: string;
  readonly words: readonly string[];
}

/** The part of a rule book that the router uses, in addition to the trained weights. */
export interface RoutingBook {
  readonly routes: readonly RoutingRoute[];
  readonly outOfScopeIntents: readonly string[];
  readonly programs: readonly ProgramNames[];
  /** Phrases that contain a hint but do not suggest a program. */
  readonly idioms: readonly string[];
  readonly abbreviations: Readonly<Record<string, string>>;
  readonly concepts: readonly Concept[];
  /** Function words, which are never shown as matched words. */
  readonly stopWords: readonly string[];
  /** Words that count but are never shown as matched words. */
  readonly hiddenWords: readonly string[];
}

/** A route for the router. */
export interface RoutingRoute {
  readonly id: string;
  readonly topic: string;
  /** The programs that the route applies to; empty for all. */
  readonly programs: readonly string[];
  /** For a program named here, another route answers instead. */
  readonly insteadFor: Readonly<Record<string, string>>;
  /** Lists of words. The answer contains the indices of the lists that a question uses. */
  readonly asks: readonly (readonly string[])[];
  /** Routes with the same name here require the same action for an outsider's email. */
  readonly emailAction: string | null;
}

/** A labeled utterance for training: one label, or two or three for an ambiguous text. */
export interface Example {
  readonly text: string;
  readonly labels: readonly string[];
  /** A hard negative. It is used for training, but not to estimate the error rate. */
  readonly counter?: boolean;
}

/** The trained weights, as plain arrays to store in a file. */
export interface Weights {
  /** Route ids and `out-of-scope intent:<id>`, in alphabetical order. */
  readonly classes: readonly string[];
  readonly list: FeatureList;
  /** A row of numbers for each feature. */
  readonly rows: WeightMatrix;
  /** The quantization scale: the value of 1 in a row's weights. Integers take half the space of floats. */
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
  /** Scores are divided by this before they are converted to probabilities. */
  readonly temperature: number;
  readonly ambiguity: AmbiguityModel;
  /** What is added to the log odds that a text is out of scope, by how it speaks of a program. */
  readonly outOfScopeShift: Readonly<Record<ProgramMention, number>>;
}

/** How a text speaks of a program: by its name, by words that suggest it, or not at all. */
export type ProgramMention = 'named' | 'suggested' | 'absent';

/** The weights of the signs of an ambiguous text; `ambiguityFeatures` lists them. */
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
  /** The matched words of the text, strongest first. */
  readonly why: readonly string[];
  /** The likeliest routes, best first, three at most, whatever the outcome. */
  readonly candidates: readonly Candidate[];
  /** Whether the text seems to be in a different language from the rules. */
  readonly otherLanguage: boolean;
}

export interface RoutedAnswer extends RoutedBase {
  readonly outcome: 'answer';
  readonly route: string;
  /** The indices of the route's `asks` that the text uses. */
  readonly asked: readonly number[];
  /** Up to three runners-up. */
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
  /** The indices of the route's `asks` that the text uses. */
  readonly asked: readonly number[];
}

export interface RoutedNone extends RoutedBase {
  readonly outcome: 'none';
  /** The most likely out-of-scope intent, if any. */
  readonly outOfScopeIntent: string | null;
  readonly alternatives: readonly Candidate[];
  /** The text is an automatic mail of this kind, so there is nothing to route. */
  readonly automatic?: AutomaticMail;
}
