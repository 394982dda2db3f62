import type { ChangeKind, Grade, RouteChange, RouteChanges, Tally } from './route-changes';
import type { TextChange } from './text-changes';

/** The effect of an edit of the rules. */
export interface RulesDifference extends RouteChanges {
  /** The revision to compare with. */
  readonly base: string;
  readonly versions: { readonly before: string; readonly after: string };
  readonly texts: readonly TextChange[];
}

const GRADES: Readonly<Record<Grade, string>> = {
  right: 'right',
  asked: 'asked to choose',
  silent: 'no answer',
  wrong: 'wrong answer',
};
const KINDS: Readonly<Record<ChangeKind, string>> = {
  'now wrong': 'Now wrong',
  'now right': 'Now right',
  'now asked': 'Now asked to choose',
  'now silent': 'Now without an answer',
  other: 'Other changes',
};
/** The maximum number of rows in a table. */
const MOST_ROWS = 40;
const LONGEST_TEXT = 160;

/** The difference as Markdown, for a merge request. */
export function differenceMarkdown(difference: RulesDifference): string {
  const { base, versions, tallies, changes, texts } = difference;
  const same = versions.before === versions.after;
  return [
    '## Changes in the answers',
    same
      ? `The rules are the same as in ${code(base)}.`
      : `Compared with ${code(base)}: rule book version ${versions.before} before, ${versions.after} after.`,
    summary(difference),
    tallyTable(tallies),
    ...Object.entries(KINDS).map(([kind, title]) =>
      changeTable(
        title,
        changes.filter((change) => change.kind === kind),
      ),
    ),
    ...textTables(texts),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function summary({ changes, texts }: RulesDifference): string {
  const counts = Object.entries(KINDS).map(
    ([kind, title]) =>
      `${title.toLowerCase()} ${changes.filter((change) => change.kind === kind).length}`,
  );
  const replies = new Set(texts.map(titleOf)).size;
  return `Texts: ${counts.join(', ')}. Changed replies: ${replies}.`;
}

function tallyTable(tallies: readonly Tally[]): string {
  const heads = tallies.map(({ origin, count }) => `${origin}s (${count})`);
  const rows = Object.entries(GRADES).map(([grade, name]) => [
    name,
    ...tallies.map(({ before, after }) => {
      const [old, fresh] = [before[grade as Grade], after[grade as Grade]];
      return old === fresh ? String(old) : `${old} → **${fresh}**`;
    }),
  ]);
  return table(['', ...heads], rows);
}

function changeTable(title: string, changes: readonly RouteChange[]): string {
  if (changes.length === 0) return '';
  const rows = changes
    .slice(0, MOST_ROWS)
    .map(({ id, text, wanted, before, after }) => [
      text === null ? `${code(id)} (held out)` : code(shorten(text)),
      code(wanted),
      code(before),
      code(after),
    ]);
  const more = changes.length - rows.length;
  const rest = more > 0 ? `\n\nAnd ${more} more. To see all of them, use \`--json\`.` : '';
  return `### ${title}: ${changes.length}\n\n${table(['text', 'wanted', 'before', 'after'], rows)}${rest}`;
}

function textTables(texts: readonly TextChange[]): string[] {
  const groups = new Map<string, TextChange[]>();
  for (const change of texts) {
    const title = titleOf(change);
    groups.set(title, [...(groups.get(title) ?? []), change]);
  }
  if (groups.size === 0) return [];
  return [
    `### Changed replies: ${groups.size}`,
    ...[...groups].map(([title, changes]) => {
      const rows = changes.map(({ part, programs, before, after }) => [
        programs.length === 0 ? part : `${part} (${programs.join(', ')})`,
        multiline(before),
        multiline(after),
      ]);
      return `#### ${title}\n\n${table(['', 'before', 'after'], rows)}`;
    }),
  ];
}

function titleOf({ of: { kind, id } }: TextChange): string {
  if (id === null) return 'No answer';
  return kind === 'route' ? id : `${id} (out of scope)`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_TEXT ? `${line.slice(0, LONGEST_TEXT - 1)}…` : line;
}

/** A text as code, so that it contains no Markdown and no mentions. */
function code(text: string): string {
  if (text === '') return '';
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text.replaceAll('|', '\\|')}${pad}${fence}`;
}

function multiline(text: string): string {
  return text
    .split('\n')
    .map((line) => code(line.trim()))
    .join('<br>');
}
