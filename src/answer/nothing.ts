import type { Answer } from './types';

/** An answer with nothing in it, to build others from. */
export const NOTHING = {
  route: null,
  isGuess: false,
  program: null,
  headline: [],
  steps: [],
  doNot: [],
  notes: [],
  byProgram: [],
  contacts: [],
  programContacts: [],
  links: [],
  source: null,
  choices: [],
  paste: null,
  reply: null,
} satisfies Omit<Answer, 'routed'>;
