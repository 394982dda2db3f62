import type { Answer } from './answer';
import { memoizeByContent } from './memoize-by-content';
import { plainText } from './plain-text';

/** The answer as JSON, for programs. */
export interface JsonAnswer {
  readonly id?: string | undefined;
  readonly outcome: 'answer' | 'clarify' | 'none';
  readonly route: string | null;
  readonly topic: string | null;
  readonly program: string | null;
  /** 0 to 1. */
  readonly confidence: number;
  readonly text: string;
  readonly contacts: readonly { readonly kind: string; readonly value: string }[];
  readonly links: readonly { readonly title: string; readonly url: string }[];
  readonly alternatives: readonly { readonly route: string; readonly program: string | null }[];
  readonly why: readonly string[];
  readonly source: { readonly page: string; readonly heading: string } | null;
}

/**
 * Converts an answer to JSON. Every field is written out: spreading an object and adding a field makes V8 keep a hidden
 * class for each answer (Node 20).
 *
 * @param id the question's id, repeated in the output
 */
export function jsonAnswer(answer: Answer, id?: string): JsonAnswer {
  const { routed, route, source } = answer;
  const { contacts, links } = places(answer);
  return {
    id,
    outcome: routed.outcome,
    route: route?.id ?? null,
    topic: route?.topic ?? null,
    program: routed.program,
    confidence: Number(routed.confidence.toFixed(3)),
    text: plainText(answer),
    contacts,
    links,
    alternatives: routed.alternatives.map(({ route: name, program: of }) => ({
      route: name,
      program: of,
    })),
    why: routed.why,
    source: source === null ? null : { page: source.page, heading: source.heading },
  };
}

const places = memoizeByContent(({ contacts, links }): Pick<JsonAnswer, 'contacts' | 'links'> => ({
  contacts: contacts.map(({ kind, value }) => ({ kind, value })),
  links: [
    ...links.map(({ title, url }) => ({ title, url })),
    ...contacts.flatMap((contact) =>
      contact.kind === 'portal' && contact.url !== null
        ? [{ title: contact.value, url: contact.url }]
        : [],
    ),
  ],
}));
