import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const LOOK_EVERY_MS = 400;

/**
 * Calls `changed` when a file of a folder was edited, added or removed. It compares names, sizes and times, because editors
 * save files in ways that cause different file events on each system.
 *
 * @returns a function that stops watching
 */
export function watchFolder(folder: string, changed: () => void): () => void {
  let before = stampOf(folder);
  const timer = setInterval(() => {
    const now = stampOf(folder);
    if (now === before) return;
    before = now;
    changed();
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}

function stampOf(folder: string): string {
  try {
    const names = readdirSync(folder, { recursive: true }).map(String).sort();
    return names.map((name) => `${name} ${fileStamp(join(folder, name))}`).join('\n');
  } catch {
    return 'no folder';
  }
}

function fileStamp(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? '' : `${stats.size} ${stats.mtimeMs}`;
}
