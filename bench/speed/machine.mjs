import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { PROJECT } from '../../scripts/freshness.mjs';

const require = createRequire(import.meta.url);

/** Packages whose version tells what was compared. */
const PACKAGES = [
  '@slack/bolt',
  'pino',
  'zod',
  'kysely',
  'libsql',
  'autocannon',
  '@nlpjs/nlp',
  'minisearch',
  'fuse.js',
  'wink-bm25-text-search',
];

/** What was measured, and where. */
export function describeMachine() {
  const [first] = cpus();
  return {
    date: new Date().toISOString(),
    cpu: first?.model ?? 'unknown',
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    system: `${platform()} ${release()}`,
    load: loadavg()[0],
    versions: {
      node: process.version,
      'program-route': versionIn(PROJECT),
      ...Object.fromEntries(PACKAGES.map((name) => [name, versionOf(name)])),
    },
  };
}

/** A package need not export its package.json: it is looked for above its entry. */
function versionOf(name) {
  for (let folder = dirname(require.resolve(name)); ; folder = dirname(folder)) {
    if (folder.endsWith(join('node_modules', name))) return versionIn(folder);
  }
}

function versionIn(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
}
