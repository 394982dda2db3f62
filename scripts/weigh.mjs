// What each direct dependency weighs as installed, with all that it brings; what several bring counts for each.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const PROJECT = join(import.meta.dirname, '..');
const { packages } = JSON.parse(readFileSync(join(PROJECT, 'package-lock.json'), 'utf8'));
const { dependencies, devDependencies } = packages[''];

/** The folder of a package as the one at `from` would find it. */
function find(name, from) {
  for (
    let folder = from;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
  ) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (place in packages) return place;
    if (folder === '') return null;
  }
}

function closure(place, found = new Set()) {
  if (place === null || found.has(place)) return found;
  found.add(place);
  const { dependencies: own = {}, optionalDependencies: optional = {} } = packages[place];
  for (const name of Object.keys({ ...own, ...optional })) closure(find(name, place), found);
  return found;
}

/** Bytes of a package's own files. */
function sizeOf(folder) {
  let size = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    size += entry.isDirectory() ? sizeOf(path) : statSync(path).size;
  }
  return size;
}

function weigh(name) {
  let size = 0;
  for (const place of closure(find(name, ''))) {
    try {
      size += sizeOf(join(PROJECT, place));
    } catch {
      // For another system, and not installed here.
    }
  }
  return (size / 1e6).toFixed(1);
}

for (const [title, list] of Object.entries({ dependencies, devDependencies })) {
  process.stdout.write(`${title}\n`);
  for (const name of Object.keys(list)) process.stdout.write(`  ${name}: ${weigh(name)} MB\n`);
}
