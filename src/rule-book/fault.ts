import type { Problem, ProblemCode } from './problem';

/** The path to a value from the root of a file. */
export type Path = readonly (string | number)[];

/** A fault without its place in a file. */
export interface Fault {
  readonly code: ProblemCode;
  readonly message: string;
  /** Points to the key of the path's last step instead of its value. */
  readonly key?: boolean;
  readonly severity?: Problem['severity'];
}
