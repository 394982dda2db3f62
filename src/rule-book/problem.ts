/** A located fault in the rules, or (`warning`) something worth a look that does not stop the start. */
export interface Problem {
  /** Path as the reader would type it, such as `rules/<topic>/<route>.yml`. */
  readonly file: string;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  readonly code: ProblemCode;
  readonly message: string;
  readonly severity: 'fault' | 'warning';
}

export type ProblemCode =
  | 'yaml-syntax'
  | 'unknown-field'
  | 'missing-field'
  | 'missing-file'
  | 'stray-file'
  | 'wrong-type'
  | 'bad-value'
  | 'bad-name'
  | 'unknown-id'
  | 'duplicate-id'
  | 'duplicate-example'
  | 'unused-destination'
  | 'near-duplicate'
  | 'stray-example'
  | HandbookCode;

/** What handbook:check finds. */
export type HandbookCode =
  | 'gone-page'
  | 'gone-heading'
  | 'gone-anchor'
  | 'gone-mailbox'
  | 'gone-channel'
  | 'gone-name'
  | 'gone-link'
  | 'gone-quote'
  | 'no-quote'
  | 'renamed-page'
  | 'changed-page'
  | 'redirect'
  | 'unlisted-name';

/** One line a problem: `file:line:column code: message`. */
export function formatProblem({ file, line, column, code, message, severity }: Problem): string {
  const mark = severity === 'warning' ? 'warning ' : '';
  return `${file}:${line}:${column} ${mark}${code}: ${message}`;
}

/** Problems in the order of a reader who goes through the files from top to bottom. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column,
  );
}

/** Orders strings by their code units, the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
