import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compare } from './problem';

/** One file of a folder of rules: its path below the folder, with `/`, and its text. */
export interface RuleText {
  readonly path: string;
  readonly text: string;
}

/** The same as its bytes: most starts need no more than their digest. */
export interface RuleBytes {
  readonly path: string;
  readonly text: Buffer;
}

/** Where the rules were meant to be is no folder that can be read. */
export class RulesFolderError extends Error {
  override readonly name = 'RulesFolderError';
}

/**
 * Reads every `.yml` file below a folder, in the order of their paths.
 *
 * @throws RulesFolderError where there is no such folder
 */
export function readRulesFolder(folder: string): RuleText[] {
  return readRuleBytes(folder).map(asText);
}

/**
 * The same as bytes.
 *
 * @throws RulesFolderError where there is no such folder
 */
export function readRuleBytes(folder: string): RuleBytes[] {
  return listFiles(folder)
    .filter((path) => /\.ya?ml$/.test(path))
    .sort(compare)
    .map((path) => ({ path, text: readFileSync(join(folder, path)) }));
}

/** A file as text, whichever it is. */
export function asText({ path, text }: RuleText | RuleBytes): RuleText {
  return { path, text: text.toString() };
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .map((path) => path.replaceAll('\\', '/'));
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new RulesFolderError(`There is no folder of rules at "${folder}" (${reason}).`);
  }
}

/** A digest that changes with any file's path or text, in hexadecimal digits. */
export function hashTexts(texts: readonly (RuleText | RuleBytes)[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of texts) {
    hash.update(`${path}\0${Buffer.byteLength(text)}\0`).update(text);
  }
  return hash.digest('hex');
}
