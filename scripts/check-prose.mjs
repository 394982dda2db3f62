// Checks the English of Markdown pages, comments and messages: node scripts/check-prose.mjs [--pending] [--list] [PATH ...]
// prose.json holds the words to avoid, the paths to skip and the paths that do not pass yet.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { extname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT } from './freshness.mjs';
import { readProse } from './prose/read-prose.mjs';

const { skip, pending, commentsOnly, words } = JSON.parse(
  readFileSync(join(PROJECT, 'prose.json'), 'utf8'),
);
const RULES = Object.entries(words).map(([pattern, instead]) => ({
  expression: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${pattern})(?![\\p{L}\\p{N}-])`, 'giu'),
  instead,
}));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Also checks the paths that prose.json lists as pending. */
    pending: { type: 'boolean', default: false },
    /** Prints every piece of prose instead of checking it. */
    list: { type: 'boolean', default: false },
  },
});
const skipped = values.pending ? skip : [...skip, ...pending];
const named = positionals.map((path) => resolve(path));
const files = (named.length > 0 ? named.flatMap(filesOf) : filesOf(PROJECT)).filter(isChecked);
const lines = files.flatMap(values.list ? list : check);
for (const line of lines) process.stdout.write(`${line}\n`);
if (!values.list) {
  process.stdout.write(`Prose: ${files.length} files checked, ${lines.length} problems.\n`);
  process.exitCode = lines.length > 0 ? 1 : 0;
}

/** Every file below a path, without the folders that tools create. */
function filesOf(path) {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !['node_modules', 'dist', 'data', 'coverage', '.git'].includes(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesOf(join(path, entry.name)));
}

function isChecked(file) {
  return !isBelow(file, skipped);
}

/** Whether a file is one of some paths, is below one of their folders, or has one of their endings (`*.ending`). */
function isBelow(file, paths) {
  const name = relative(PROJECT, file).replaceAll('\\', '/');
  return paths.some((path) =>
    path.startsWith('*')
      ? name.endsWith(path.slice(1))
      : name === path || name.startsWith(`${path}/`),
  );
}

/** The pieces of prose in a file, each with its line. */
function proseOf(file) {
  const mode = isBelow(file, commentsOnly) ? 'comments' : 'all';
  return readProse(readFileSync(file, 'utf8'), { kind: extname(file) || file, mode });
}

function list(file) {
  return proseOf(file).map(({ line, text }) => `${relative(PROJECT, file)}:${line} ${text}`);
}

function check(file) {
  return proseOf(file).flatMap(({ line, text }) =>
    RULES.flatMap(({ expression, instead }) =>
      [...text.matchAll(expression)].map(({ 0: found, index }) => {
        const at = line + text.slice(0, index).split('\n').length - 1;
        return `${relative(PROJECT, file)}:${at} "${found}": ${instead}`;
      }),
    ),
  );
}
