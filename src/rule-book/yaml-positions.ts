import {
  type Alias,
  type Document,
  LineCounter,
  isMap,
  isNode,
  isScalar,
  parseDocument,
  visit,
} from 'yaml';
import type { Path } from './fault';

/** What is wrong with the syntax of a YAML text, and where: `offset` counts characters from 0. */
interface YamlFault {
  readonly offset: number;
  readonly message: string;
}

/** The places of the values in a YAML text. */
export interface YamlPositions {
  /** Every fault of the syntax. */
  readonly faults: readonly YamlFault[];
  /** The offset of a value, of its key, or of the nearest value above it that exists. */
  offsetOf(path: Path, wantsKey?: boolean): number;
  /** Line and column of an offset; both count from 1. */
  lineOf(offset: number): { readonly line: number; readonly column: number };
}

/** Parses a YAML text with the position of each value. */
export function locateYaml(text: string): YamlPositions {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  return {
    faults: faultsOf(document),
    offsetOf: (path, wantsKey = false) => offsetOf(document, path, wantsKey),
    lineOf(offset) {
      const { line, col } = lines.linePos(offset);
      return { line: Math.max(1, line), column: Math.max(1, col) };
    },
  };
}

function faultsOf(document: Document.Parsed): YamlFault[] {
  const aliases = aliasesOf(document);
  const faults = document.errors.map(({ pos, message, code }) => ({
    offset: pos[0],
    message: `${message} (${code})`,
  }));
  const unresolved = aliases.filter((alias) => alias.resolve(document) === undefined);
  faults.push(...unresolved.map(unresolvedAlias));
  if (faults.length > 0) return faults;
  return findToJsFault(document, aliases[0]);
}

function aliasesOf(document: Document.Parsed): Alias[] {
  const aliases: Alias[] = [];
  visit(document, { Alias: (_, alias) => void aliases.push(alias) });
  return aliases;
}

function unresolvedAlias(alias: Alias): YamlFault {
  const text = `*${alias.source}`;
  const message = `YAML reads ${text} as a reference to another value, and there is none. If it is text, put all of it in quotes: '${text}'`;
  return { offset: alias.range?.[0] ?? 0, message };
}

/** A fault that only shows when the document becomes a value: references that repeat each other without end. */
function findToJsFault(document: Document.Parsed, alias: Alias | undefined): YamlFault[] {
  try {
    document.toJS();
    return [];
  } catch {
    const name = alias === undefined ? '' : `, such as *${alias.source},`;
    const message = `The references in this file${name} repeat too many values. Write each value out where it belongs`;
    return [{ offset: alias?.range?.[0] ?? 0, message }];
  }
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
