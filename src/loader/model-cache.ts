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

/** Files that save time and may vanish at any moment without loss. */
export class ModelCache {
  /**
   * @param folder where files are written, and looked for first
   * @param others further folders to look in, which are never written
   */
  constructor(
    readonly folder: string,
    private readonly others: readonly string[] = [],
  ) {}

  /** The file's value, or undefined where the file is missing or can no longer be read. */
  read<T>(name: string, parse: (bytes: Buffer) => T): T | undefined {
    for (const folder of [this.folder, ...this.others]) {
      const file = join(folder, name);
      try {
        const value = parse(readFileSync(file));
        this.markUsed(file);
        return value;
      } catch {
        // The next folder may have it; without it, the file is made again.
      }
    }
    return undefined;
  }

  /** What was used last goes last, however many rule books are tried in between. */
  private markUsed(file: string): void {
    const now = new Date();
    try {
      utimesSync(file, now, now);
    } catch {
      // A read-only folder is not pruned either.
    }
  }

  /**
   * Writes in one step, so that another process never sees half a file.
   *
   * @returns null, or the code of the error where the file cannot be written
   */
  write(name: string, bytes: Buffer | string): string | null {
    try {
      mkdirSync(this.folder, { recursive: true });
      const draft = join(this.folder, `${name}.${process.pid}.draft`);
      writeFileSync(draft, bytes);
      renameSync(draft, join(this.folder, name));
      this.prune();
      return null;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code ?? String(error);
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
