import { parse } from 'yaml';
import type { z } from 'zod';
import { explainIssue } from './explain-issue';
import type { Fault, Path } from './fault';
import type { Problem } from './problem';
import { type YamlPositions, locateYaml } from './yaml-positions';

/** A parsed YAML file with the place of each value. */
export interface LocatedDocument {
  readonly file: string;
  /** The plain value; undefined if the YAML syntax is invalid. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** A fault at a value, at a key (`key: true`), or at the nearest value above it that exists. */
  fault(path: Path, fault: Fault): Problem;
}

/**
 * Parses one YAML file; what is wrong with its syntax comes as problems. Positions take as long as the parse itself
 * and much memory, so they are looked for only where there is a fault to place.
 *
 * @param file as problems name it
 */
export function locateDocument(file: string, text: string): LocatedDocument {
  const plain = parsePlainly(text);
  let located: YamlPositions | undefined;
  const positions = (): YamlPositions => (located ??= locateYaml(text));
  const place = (offset: number, fault: Fault): Problem => {
    const { code, message, severity = 'fault' } = fault;
    return { file, ...positions().lineOf(offset), code, message, severity };
  };
  return {
    file,
    value: plain?.value,
    problems:
      plain === null
        ? positions().faults.map(({ offset, message }) =>
            place(offset, { code: 'yaml-syntax', message }),
          )
        : [],
    fault: (path, fault) => place(positions().offsetOf(path, fault.key), fault),
  };
}

/** The value of a YAML text, or null where the text is no YAML. */
function parsePlainly(text: string): { readonly value: unknown } | null {
  try {
    return { value: parse(text, { prettyErrors: false, logLevel: 'error' }) as unknown };
  } catch {
    return null;
  }
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
