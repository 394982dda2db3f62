import { stringify } from 'yaml';
import type { RuleBook } from '../rule-book/types';

/** A text that its asker gave, and what the bot had said to it. */
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
 * What the rules lack, as YAML to review and paste: the texts that askers gave and that no rule has as an example yet,
 * gathered by what the bot said to them. A document for each, the largest first.
 */
export function gapsText(given: readonly GivenText[], { book, examples }: Known): string {
  const known = new Set(examples.map(({ text }) => plain(text)));
  const fresh = new Map(given.map((one) => [plain(one.text), one]));
  for (const text of known) fresh.delete(text);
  if (fresh.size === 0) return '# No text was given that the rules do not have.\n';
  const groups = group([...fresh.values()]);
  const documents = [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([said, texts]) => documentText(said, texts, book));
  return [
    '# review for names before committing',
    '# Each text was given by its asker. Move it to the examples of the route that answers it; then run rules:check.',
    ...documents,
  ].join('\n');
}

/** Texts by what was said to them: a route's id, or an outcome. */
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
  if (said === 'clarify') return 'the bot asked back.';
  if (said === 'none') return 'the bot knew no answer.';
  const route = book.routes[said];
  if (route === undefined) return `answered with "${said}", which the rules have no more.`;
  return `answered with rules/${route.topic}/${said}.yml, which did not help.`;
}

/** Texts that differ in spaces and letter case alone are the same example. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
