import type { Contender, Explanation, WordShare } from '../router/explain/explanation';
import type { SegmentRole } from '../router/types';
import type { RuleBook } from '../rule-book/types';
import { type Names, namesIn } from './contender-names';
import { PLAIN, type TextStyle } from './plain-text';
import { verdictLines } from './verdict-text';

const ROLES: Readonly<Record<SegmentRole, string>> = {
  subject: 'Subject',
  asking: 'Question',
  telling: 'Statement',
  quoted: 'Quoted email (low weight)',
};
const MOST_WORDS = 6;
/** A smaller share does not visibly change the probability. */
const LEAST_SHARE = 0.1;
const MOST_READ_AS = 20;
const LEGEND = 'A word with +0.7 doubles the odds. A word with −0.7 halves them.';

/** Explains a decision in sentences for a person. */
export function explanationText(
  explanation: Explanation,
  book: RuleBook,
  style: TextStyle = PLAIN,
): string {
  const names = namesIn(book, explanation.program.program);
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['Text that counts', countedLines(explanation, book)],
    ['Text that does not count', asideLines(explanation)],
    ['Read as', readAsLines(explanation)],
    ['Program', programLines(explanation, book)],
    [
      'Candidates',
      [...explanation.contenders.flatMap((one) => contenderLines(one, names)), LEGEND],
    ],
    ['Ambiguity', ambiguityLines(explanation)],
    ['Decision', verdictLines(explanation, names)],
    [whyNotTitle(explanation, names), whyNotLines(explanation)],
  ];
  return parts
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) =>
      [style.bold(title), ...lines.map((line) => `  ${style.wrap(line, '    ')}`)].join('\n'),
    )
    .join('\n\n');
}

function countedLines({ utterance, routed }: Explanation, book: RuleBook): string[] {
  const kind = utterance.kind === 'email' ? 'Read as an email.' : "Read as a colleague's question.";
  const language = `This text does not seem to be in ${book.guide.language}. The router reads only ${book.guide.language}.`;
  return [
    kind,
    ...(routed.otherLanguage ? [language] : []),
    ...utterance.segments.map(({ role, text }) => `${ROLES[role]}: ${text}`),
  ];
}

function asideLines({ utterance }: Explanation): string[] {
  const margin = oneLine(utterance.boilerplate);
  const dropped = oneLine(utterance.ignored.join('\n'));
  return [
    ...(margin === '' ? [] : [`Greeting and signature (used only to find the program): ${margin}`]),
    ...(dropped === '' ? [] : [`Headers and legal notices: ${dropped}`]),
  ];
}

function oneLine(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' / ');
}

function readAsLines({ readAs }: Explanation): string[] {
  if (readAs.length === 0) return [];
  const shown = readAs.slice(0, MOST_READ_AS).map(({ typed, read }) => `${typed} → ${read}`);
  return [shown.join(', ') + (readAs.length > MOST_READ_AS ? ', …' : '')];
}

const BY = {
  name: '(named, so it decides)',
  hint: '(suggested; the program with the most such words wins)',
  faint: '(weakly suggested; used only if there is no other sign)',
} as const;

function programLines({ program: { program, by, found } }: Explanation, book: RuleBook): string[] {
  const nameOf = (id: string): string => book.programs.find((one) => one.id === id)?.name ?? id;
  if (by === null) return ['None. No word names or suggests one.'];
  const title = program === null ? 'None. The words suggest different programs.' : nameOf(program);
  const lines = new Set(
    found.map(({ program: id, words, inMargin }) => {
      const half = inMargin ? ' (in the greeting or signature, half weight)' : '';
      return `“${words}”: ${nameOf(id)} ${BY[by]}${half}`;
    }),
  );
  return [title, ...lines];
}

function contenderLines(contender: Contender, names: Names): string[] {
  const { probability, words, standsInFor } = contender;
  return [
    `${probability.toFixed(2)}  ${names(contender)}`,
    ...standsInFor.map(
      (route) => `      replaces “${route}”, which does not apply to this program`,
    ),
    ...wordLine(
      '      for: ',
      words.filter(({ share }) => share > 0),
    ),
    ...wordLine(
      '      against: ',
      words.filter(({ share }) => share < 0),
    ),
  ];
}

function wordLine(title: string, words: readonly WordShare[]): string[] {
  const shown = words.filter(({ share }) => Math.abs(share) >= LEAST_SHARE).slice(0, MOST_WORDS);
  return shown.length === 0 ? [] : [title + shown.map(wordText).join(', ')];
}

/** A word with its share. The minus sign is the typographic one. */
function wordText({ origin, word, share }: WordShare): string {
  const number = `${share < 0 ? '−' : '+'}${Math.abs(share).toFixed(1)}`;
  return `${ORIGINS[origin](word)} ${number}`;
}

const ORIGINS: Readonly<Record<WordShare['origin'], (word: string) => string>> = {
  word: (word) => word,
  'small words': () => '(function words)',
  kind: () => '(email or question)',
  program: () => '(program)',
  common: () => '(how common the route is)',
};

function ambiguityLines({ ambiguity }: Explanation): string[] {
  const { probability, signs } = ambiguity;
  const two = (share: number): string => share.toFixed(2);
  const words = signs.words === 1 ? 'the text has one word' : `the text has ${signs.words} words`;
  return [
    `${two(probability)} from all signs: ${two(signs.unclear)} from the words alone, the top two routes have ${two(signs.first)} and ${two(signs.second)}, and ${words}`,
    ...wordLine(
      '      ambiguous: ',
      ambiguity.words.filter(({ share }) => share > 0),
    ),
    ...wordLine(
      '      clear: ',
      ambiguity.words.filter(({ share }) => share < 0),
    ),
  ];
}

function whyNotTitle({ comparison }: Explanation, names: Names): string {
  return comparison === null ? '' : `Why not ${names(comparison.second)}?`;
}

function whyNotLines({ comparison }: Explanation): string[] {
  if (comparison === null) return [];
  const { first, second, words } = comparison;
  const times = first.probability / Math.max(second.probability, 1e-6);
  const rounded = times >= 1000 ? 'over a thousand' : times.toFixed(times < 10 ? 1 : 0);
  return [
    `The top candidate is ${rounded} times as likely.`,
    ...wordLine(
      'for the top candidate: ',
      words.filter(({ share }) => share > 0),
    ),
    ...wordLine(
      'for this one: ',
      words.filter(({ share }) => share < 0).map((one) => ({ ...one, share: -one.share })),
    ),
  ];
}
