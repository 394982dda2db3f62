import { z } from 'zod';
import { suggest } from './did-you-mean';
import type { Fault, Path } from './fault';

type Issue = z.core.$ZodIssue;
type Explained = Fault & { readonly path: Path };

/**
 * Explains a zod issue in a sentence: the field, the value, and the fix.
 *
 * @param root the value that was checked
 * @param schema the schema of the value; its field names are used for "did you mean"
 */
export function explainIssue(issue: Issue, root: unknown, schema: z.ZodType): Explained[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    const known = fieldsAt(schema, path);
    return issue.keys.map((key) => ({
      path: [...path, key],
      key: true,
      code: 'unknown-field' as const,
      message: `"${key}" is not a valid field here.${suggest(key, known)}`,
    }));
  }
  const found = valueAt(root, path);
  const name = path.at(-1);
  if (found === undefined && typeof name === 'string') {
    const message = `"${name}" is missing. Add it${whatIsExpected(issue)}.`;
    return [{ path, code: 'missing-field', message }];
  }
  if (issue.code === 'invalid_union') return explainUnion(issue, { path, found });
  const code = issue.code === 'invalid_type' ? 'wrong-type' : 'bad-value';
  return [
    { path, code, message: `${show(found)} is invalid: ${describe(issue)}${quoteHint(found)}` },
  ];
}

/** A hint for a text without quotes that YAML parsed as something else. */
function quoteHint(found: unknown): string {
  if (found === null) return '. The value is empty. A text that begins with # needs quotes';
  return typeof found === 'object' && !Array.isArray(found)
    ? '. If this is text with a colon, put it in quotes'
    : '';
}

interface UnionPlace {
  readonly path: Path;
  readonly found: unknown;
}

function explainUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  { path, found }: UnionPlace,
): Explained[] {
  const options = issue.errors.flat().map(describe);
  const message = `${show(found)} is invalid: ${[...new Set(options)].join(' or ')}`;
  return [{ path, code: 'bad-value', message }];
}

function whatIsExpected(issue: Issue): string {
  return issue.code === 'invalid_type' ? ` (${issue.expected})` : '';
}

function describe(issue: Issue): string {
  if (issue.code === 'invalid_value') return `use one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_type') return `the type must be ${issue.expected}`;
  return issue.message;
}

/** A value for an error message: short, on one line. */
export function show(value: unknown): string {
  const line = (asJson(value) ?? 'nothing').replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}

function asJson(value: unknown): string | undefined {
  if (typeof value === 'string') return `"${value}"`;
  try {
    return JSON.stringify(value);
  } catch {
    return 'a value that refers to itself';
  }
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    root,
  );
}

/** The field names that a schema has at a path. */
function fieldsAt(schema: z.ZodType, path: Path): string[] {
  let at: unknown = schema;
  for (const step of path) at = stepInto(unwrap(at), step);
  const end = unwrap(at);
  return end instanceof z.ZodObject ? Object.keys(end.shape) : [];
}

function stepInto(schema: unknown, step: string | number): unknown {
  if (schema instanceof z.ZodObject) return (schema.shape as Record<string, unknown>)[String(step)];
  if (schema instanceof z.ZodArray) return schema.element;
  return schema instanceof z.ZodRecord ? schema.valueType : undefined;
}

function unwrap(schema: unknown): unknown {
  let inner = schema;
  while (
    inner instanceof z.ZodOptional ||
    inner instanceof z.ZodDefault ||
    inner instanceof z.ZodNullable
  ) {
    inner = inner.unwrap();
  }
  return inner;
}
