import { type Document, LineCounter, isMap, isNode, isScalar, parseDocument } from 'yaml';
import type { z } from 'zod';
import { explainIssue } from './explain-issue';
import type { Fault, Path } from './fault';
import type { Problem } from './problem';

/** A parsed YAML file with the place of each value. */
export interface LocatedDocument {
  readonly file: string;
  /** The plain value; undefined if the YAML syntax is invalid. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** A fault at a value, at a key (`key: true`), or at the nearest value above it that exists. */
  fault(path: Path, fault: Fault): Problem;
}

/** Parses one YAML file. Syntax errors are returned as problems. */
export function locateDocument(file: string, text: string): LocatedDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const position = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problems = document.errors.map(({ pos, message, code }) => ({
    file,
    ...position(pos[0]),
    code: 'yaml-syntax' as const,
    message: `${message} (${code})`,
    severity: 'fault' as const,
  }));
  return {
    file,
    value: problems.length === 0 ? (document.toJS() as unknown) : undefined,
    problems,
    fault(path, { code, message, key = false, severity = 'fault' }) {
      return { file, ...position(offsetOf(document, path, key)), code, message, severity };
    },
  };
}

/**
 * Validates a document against a schema.
 *
 * @returns the typed value, or every problem, each with its place
 */
export function checkSchema<S extends z.ZodType>(
  document: LocatedDocument,
  schema: S,
): { value: z.infer<S> } | { problems: readonly Problem[] } {
  if (document.problems.length > 0) return { problems: document.problems };
  const result = schema.safeParse(document.value);
  if (result.success) return { value: result.data };
  const problems = result.error.issues
    .flatMap((issue) => explainIssue(issue, document.value, schema))
    .map(({ path, ...fault }) => document.fault(path, fault));
  return { problems };
}

function offsetOf(document: Document, path: Path, wantsKey: boolean): number {
  if (wantsKey) {
    const parent = document.getIn(path.slice(0, -1), true);
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))
      : undefined;
    if (pair !== undefined && isNode(pair.key) && pair.key.range) return pair.key.range[0];
  }
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
