import { stringify } from 'yaml';
import type { RuleBook } from '../rule-book/types';

/** A text that a person shared, and how the bot answered it. */
export interface GivenText {
  readonly text: string;
  readonly outcome: string;
  readonly route: string | null;
}

interface Known {
  readonly book: RuleBook;
  readonly examples: readonly { readonly text: string }[];
}

/**
 * Shared texts that the rules do not have as examples yet, as YAML to review and paste. There is one document for each
 * answer that the bot gave, the largest first.
 */
export function gapsText(given: readonly GivenText[], { book, examples }: Known): string {
  const known = new Set(examples.map(({ text }) => plain(text)));
  const fresh = new Map(given.map((one) => [plain(one.text), one]));
  for (const text of known) fresh.delete(text);
  if (fresh.size === 0) return '# Every shared text is already an example in the rules.\n';
  const groups = group([...fresh.values()]);
  const documents = [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([said, texts]) => documentText(said, texts, book));
  return [
    '# Review for names before you commit.',
    '# People shared these texts. Move each one to the examples of the right route, then run rules:check.',
    ...documents,
  ].join('\n');
}

/** Groups texts by the bot's answer: a route's id, or an outcome. */
function group(texts: readonly GivenText[]): Map<string, GivenText[]> {
  const groups = new Map<string, GivenText[]>();
  for (const one of texts) {
    const said = one.route ?? one.outcome;
    groups.set(said, [...(groups.get(said) ?? []), one]);
  }
  return groups;
}

function documentText(said: string, texts: readonly GivenText[], book: RuleBook): string {
  const count = texts.length === 1 ? '1 text' : `${texts.length} texts`;
  const body = stringify({ examples: texts.map(({ text }) => text) }, { lineWidth: 0 });
  return `---\n# ${count}: ${saidText(said, book)}\n${body}`;
}

function saidText(said: string, book: RuleBook): string {
  if (said === 'clarify') return 'the bot asked the person to choose.';
  if (said === 'none') return 'the bot had no answer.';
  const route = book.routes[said];
  if (route === undefined) return `answered with "${said}", which is no longer in the rules.`;
  return `answered with rules/${route.topic}/${said}.yml, which was not helpful.`;
}

/** Normalizes spaces and letter case. Texts that differ only in those are the same example. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
