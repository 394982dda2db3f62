import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** The regular expressions of one file. */
export interface Expressions {
  readonly written: readonly Placed[];
  /** Where expressions are built at run time: `src/a.ts:12 new RegExp(word)`. */
  readonly built: readonly string[];
}

export interface Placed {
  /** `src/a.ts:12`. */
  readonly place: string;
  readonly expression: RegExp;
}

/** Methods that make an expression of a string that is handed to them. */
const MAKERS = new Set(['match', 'matchAll', 'search']);

/** Every regular expression in the files below folders of the project. */
export function expressionsBelow(project: string, folders: readonly string[]): Expressions {
  const files = folders.flatMap((folder) => filesBelow(join(project, folder)));
  const all = files.map((file) =>
    expressionsIn(relative(project, file), readFileSync(file, 'utf8')),
  );
  return {
    written: all.flatMap(({ written }) => written),
    built: all.flatMap(({ built }) => built),
  };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** @param file its name, for the places */
export function expressionsIn(file: string, source: string): Expressions {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.ES2022);
  const written: Placed[] = [];
  const built: string[] = [];
  const placeOf = (node: ts.Node): string =>
    `${file}:${parsed.getLineAndCharacterOfPosition(node.getStart(parsed)).line + 1}`;
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node))
      written.push({ place: placeOf(node), expression: readLiteral(node.text) });
    if (buildsOne(node)) {
      const expression = readConstruction(node);
      if (expression === null) built.push(`${placeOf(node)} ${node.getText(parsed)}`);
      else written.push({ place: placeOf(node), expression });
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return { written, built };
}

function readLiteral(literal: string): RegExp {
  const end = literal.lastIndexOf('/');
  return new RegExp(literal.slice(1, end), literal.slice(end + 1));
}

type Construction = ts.NewExpression | ts.CallExpression;

function buildsOne(node: ts.Node): node is Construction {
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return false;
  const called = node.expression;
  if (ts.isIdentifier(called)) return called.text === 'RegExp';
  const [first] = node.arguments ?? [];
  if (!ts.isPropertyAccessExpression(called) || first === undefined) return false;
  if (called.name.text === 'RegExp') return true;
  return (
    MAKERS.has(called.name.text) && !isReference(first) && !ts.isRegularExpressionLiteral(first)
  );
}

/** What a name holds is an expression somewhere else, or built there. */
function isReference(node: ts.Expression): boolean {
  return ts.isIdentifier(node) || ts.isPropertyAccessExpression(node);
}

/** Null where it is made of what is known at run time alone. */
function readConstruction(node: Construction): RegExp | null {
  const [source, flags] = node.arguments ?? [];
  if (source === undefined || !ts.isStringLiteralLike(source)) return null;
  if (flags === undefined) return new RegExp(source.text);
  return ts.isStringLiteralLike(flags) ? new RegExp(source.text, flags.text) : null;
}
