import type { Problem, ProblemCode } from './problem';

/** The way to a value from the root of a file. */
export type Path = readonly (string | number)[];

/** What is wrong, before its place in a file is known. */
export interface Fault {
  readonly code: ProblemCode;
  readonly message: string;
  /** Points at the key of the path's last step in place of its value. */
  readonly key?: boolean;
  readonly severity?: Problem['severity'];
}
