/** A located fault in the rules, or (`warning`) something to review that does not stop the start. */
export interface Problem {
  /** The path as you would type it, such as `rules/<topic>/<route>.yml`. */
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
  | 'unreadable-file'
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

/** The codes of `handbook:check`. */
export type HandbookCode =
  | 'gone-page'
  | 'gone-heading'
  | 'gone-anchor'
  | 'gone-mailbox'
  | 'gone-channel'
  | 'gone-name'
  | 'gone-link'
  | 'gone-quote'
  | 'renamed-page'
  | 'changed-page'
  | 'redirect'
  | 'unlisted-name';

/** Formats a problem on one line: `file:line:column code: message`. */
export function formatProblem({ file, line, column, code, message, severity }: Problem): string {
  const mark = severity === 'warning' ? 'warning ' : '';
  return `${file}:${line}:${column} ${mark}${code}: ${message}`;
}

/** Sorts problems by file, line and column. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column,
  );
}

/** Compares strings by their code units, which gives the same order on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
