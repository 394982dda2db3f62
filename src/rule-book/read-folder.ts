import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compare } from './problem';

/** One file of a folder of rules: its path below the folder, with `/`, and its text. */
export interface RuleText {
  readonly path: string;
  readonly text: string;
}

/** One file as bytes. Most starts only need the digest of the files. */
export interface RuleBytes {
  readonly path: string;
  readonly text: Buffer;
}

/** The folder of rules does not exist or cannot be read. */
export class RulesFolderError extends Error {
  override readonly name = 'RulesFolderError';
}

/**
 * Reads every `.yml` file below a folder, sorted by path.
 *
 * @throws RulesFolderError where there is no such folder
 */
export function readRulesFolder(folder: string): RuleText[] {
  return readRuleBytes(folder).map(asText);
}

/**
 * Reads every `.yml` file below a folder as bytes, sorted by path.
 *
 * @throws RulesFolderError where there is no such folder
 */
export function readRuleBytes(folder: string): RuleBytes[] {
  return listFiles(folder)
    .filter((path) => /\.ya?ml$/.test(path))
    .sort(compare)
    .map((path) => ({ path, text: readFileSync(join(folder, path)) }));
}

/** Converts a file to text if it holds bytes. */
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
    throw new RulesFolderError(`Cannot read the folder of rules "${folder}" (${reason}).`);
  }
}

/** A hexadecimal digest that changes with the path or the text of any file. */
export function hashTexts(texts: readonly (RuleText | RuleBytes)[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of texts) {
    hash.update(`${path}\0${Buffer.byteLength(text)}\0`).update(text);
  }
  return hash.digest('hex');
}
