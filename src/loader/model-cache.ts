import {
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const MOST_FILES = 24;

/** A folder of files that may vanish at any time without loss. */
export class ModelCache {
  constructor(private readonly folder: string) {}

  /** The file's value, or undefined where it is missing or cannot be read any more. */
  read<T>(name: string, parse: (bytes: Buffer) => T): T | undefined {
    const file = join(this.folder, name);
    try {
      const value = parse(readFileSync(file));
      this.markUsed(file);
      return value;
    } catch {
      return undefined;
    }
  }

  /** What was used last goes last, however many rule books are tried in between. */
  private markUsed(file: string): void {
    const now = new Date();
    try {
      utimesSync(file, now, now);
    } catch {
      // A folder that may only be read is not pruned either.
    }
  }

  /** Writes in one step, so that another process never sees half a file; false where it cannot write. */
  write(name: string, bytes: Buffer | string): boolean {
    try {
      mkdirSync(this.folder, { recursive: true });
      const draft = join(this.folder, `${name}.${process.pid}.draft`);
      writeFileSync(draft, bytes);
      renameSync(draft, join(this.folder, name));
      this.prune();
      return true;
    } catch {
      return false;
    }
  }

  private prune(): void {
    const files = readdirSync(this.folder).map((name) => join(this.folder, name));
    if (files.length <= MOST_FILES) return;
    const byAge = files
      .map((path) => ({ path, time: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
      .sort((a, b) => b.time - a.time);
    for (const { path } of byAge.slice(MOST_FILES)) rmSync(path, { force: true });
  }
}
