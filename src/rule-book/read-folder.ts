import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compare } from './problem';

/** One file of a folder of rules: its path below the folder, with `/`, and its text. */
export interface RuleText {
  readonly path: string;
  readonly text: string;
  /** Why the file cannot be read, as a sentence; its text is empty then. */
  readonly unreadable?: string | undefined;
}

/** The same as bytes: most starts need only their digest. */
export type RuleBytes = Omit<RuleText, 'text'> & { readonly text: Buffer };

/** There is no readable folder of rules at the given path. */
export class RulesFolderError extends Error {
  override readonly name = 'RulesFolderError';
}

/**
 * Reads every rule file below a folder, in the order of their paths.
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
  return listPaths(folder)
    .filter(isRuleFile)
    .sort(compare)
    .map((path) => readRule(folder, path));
}

/**
 * Whether a path below a folder of rules names a rule file. What begins with a dot does not count: editors and file
 * systems leave `.#x.yml` and `._x.yml` behind, and Kubernetes mounts its files through `..data`.
 */
export function isRuleFile(path: string): boolean {
  return /\.ya?ml$/.test(path) && !/(?:^|\/)\./.test(path);
}

/** A file as text, whether it was read as text or as bytes. */
export function asText({ text, ...file }: RuleText | RuleBytes): RuleText {
  return { ...file, text: text.toString() };
}

function readRule(folder: string, path: string): RuleBytes {
  const file = join(folder, path);
  try {
    const stats = statSync(file);
    // Before anything is read: the read of a FIFO waits for a writer.
    if (stats.isFile()) return { path, text: readFileSync(file) };
    const what = stats.isDirectory() ? 'a folder' : 'not a plain file';
    return noText(path, `This is ${what}. Put a plain file in its place, or remove it.`);
  } catch (error) {
    return noText(path, explainReadError((error as NodeJS.ErrnoException).code));
  }
}

function noText(path: string, unreadable: string): RuleBytes {
  return { path, text: Buffer.alloc(0), unreadable };
}

function explainReadError(code = 'unknown'): string {
  return code === 'ENOENT' || code === 'ELOOP'
    ? 'This is a link that leads to no file. Restore the file, or remove the link.'
    : `This file cannot be read (${code}). Give the bot permission to read it, or remove it.`;
}

function listPaths(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) =>
      path.replaceAll('\\', '/'),
    );
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new RulesFolderError(`Cannot read the folder of rules "${folder}" (${reason}).`);
  }
}

/** A digest that changes with any file's path or text, in hexadecimal. */
export function hashTexts(texts: readonly (RuleText | RuleBytes)[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of texts) {
    hash.update(`${path}\0${Buffer.byteLength(text)}\0`).update(text);
  }
  return hash.digest('hex');
}
