import type { Candidate } from '../router/types';
import type { Answer, Contact, Link } from './types';
import { plainText } from './plain-text';

/** The answer as JSON, for programs. */
export interface JsonAnswer {
  readonly id?: string | undefined;
  readonly outcome: 'answer' | 'clarify' | 'none';
  readonly route: string | null;
  /** The route whose answer the person sees at once: the answer's, or the guess's. */
  readonly shown: string | null;
  readonly topic: string | null;
  readonly program: string | null;
  /** 0 to 1. */
  readonly confidence: number;
  readonly text: string;
  readonly contacts: readonly { readonly kind: string; readonly value: string }[];
  readonly links: readonly { readonly title: string; readonly url: string }[];
  readonly alternatives: readonly { readonly route: string; readonly program: string | null }[];
  /** The three likeliest routes, best first. */
  readonly candidates: readonly Candidate[];
  readonly why: readonly string[];
  readonly source: { readonly page: string; readonly heading: string } | null;
}

/** @param id the question's own id, given back */
export function jsonAnswer(answer: Answer, id?: string): JsonAnswer {
  const { routed, route, source, contacts, programContacts } = answer;
  const isAnswer = routed.outcome === 'answer';
  const everyContact = [...contacts, ...programContacts];
  return {
    id,
    outcome: routed.outcome,
    route: isAnswer ? routed.route : null,
    shown: route?.id ?? null,
    topic: isAnswer ? (route?.topic ?? null) : null,
    program: routed.program,
    confidence: rounded(routed.confidence),
    text: plainText(answer),
    contacts: everyContact.map(({ kind, value }) => ({ kind, value })),
    links: linksOf(answer.links, everyContact),
    alternatives: routed.alternatives.map(({ route: name, program }) => ({ route: name, program })),
    candidates: routed.candidates.map((one) => ({ ...one, confidence: rounded(one.confidence) })),
    why: routed.why,
    source: source === null ? null : { page: source.page, heading: source.heading },
  };
}

function rounded(probability: number): number {
  return Number(probability.toFixed(3));
}

/** Pages, and portals that have an address. */
function linksOf(links: readonly Link[], contacts: readonly Contact[]): JsonAnswer['links'] {
  return [
    ...links.map(({ title, url }) => ({ title, url })),
    ...contacts.flatMap((contact) =>
      contact.kind === 'portal' && contact.url !== null
        ? [{ title: contact.value, url: contact.url }]
        : [],
    ),
  ];
}
