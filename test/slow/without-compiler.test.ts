import { execFileSync, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const PROJECT = join(__dirname, '..', '..');
/** All that a build reads; the other folders are what a command needs besides `dist`. */
const SOURCES = ['playground', 'scripts', 'src', 'package.json', 'tsconfig.json'];
const QUESTION = 'who answers a lead from a university?';
const NO_COMPILER =
  'dist is missing or older than its sources, and this install has no compiler: run "npm ci && npm run build".\n';

let install: string;

beforeEach(() => {
  install = join(mkdtempSync(join(tmpdir(), 'program-route-pruned-')), 'app');
});

/** Copies files of the project, as a moved folder, a container's layer or a restored cache has them: with new times. */
function copy(...names: readonly string[]): void {
  const left = ['models', 'playground'].map((name) => join(PROJECT, 'dist', name));
  for (const name of names) {
    const from = join(PROJECT, name);
    const filter = (path: string): boolean => path === from || !left.includes(path);
    cpSync(from, join(install, name), { recursive: true, filter });
  }
}

afterEach(() => {
  rmSync(join(install, '..'), { recursive: true });
});

/** What `npm prune --omit=dev` leaves, by its names. */
function linkPackages(names: readonly string[]): void {
  for (const name of names) {
    const link = join(install, 'node_modules', name);
    mkdirSync(join(link, '..'), { recursive: true });
    symlinkSync(join(PROJECT, 'node_modules', name), link);
  }
}

function run(script: string, ...args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [join(install, 'scripts', script), ...args], {
    cwd: install,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
}

/** Every compiled file with its text. */
function compiled(): Record<string, string> {
  const dist = join(install, 'dist');
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
  const code = files.filter((file) => /\.js(?:on)?$/.test(file) && !file.startsWith('models'));
  return Object.fromEntries(code.map((file) => [file, readFileSync(join(dist, file), 'utf8')]));
}

describe('a copied install without a compiler', () => {
  beforeEach(() => {
    copy('dist', ...SOURCES);
    const text = readFileSync(join(PROJECT, 'package.json'), 'utf8');
    const { dependencies } = JSON.parse(text) as { dependencies: Record<string, string> };
    linkPackages(Object.keys(dependencies));
  });

  it('answers from its dist, and builds nothing', () => {
    copy('rules', join('dist', 'models'));
    const { status, stdout, stderr } = run('run.mjs', 'cli/ask', '--json', QUESTION);

    expect(JSON.parse(stdout)).toMatchObject({ route: 'lead-reply' });
    expect([status, stderr]).toEqual([0, '']);
  });

  it('starts the bot from its dist', () => {
    const { status, stderr } = run('run.mjs', 'app');

    expect(stderr).toMatch(/^SLACK_BOT_TOKEN is missing\./);
    expect(status).toBe(1);
  });

  it('says what to run where the sources changed, and leaves dist as it is', () => {
    const before = compiled();
    appendFileSync(join(install, 'src', 'app.ts'), '// edited\n');
    const { status, stderr } = run('run.mjs', 'cli/ask', QUESTION);

    expect([status, stderr]).toEqual([1, NO_COMPILER]);
    expect(compiled()).toEqual(before);
  });

  it('says what to run where dist is missing', () => {
    rmSync(join(install, 'dist'), { recursive: true });
    const { status, stderr } = run('run.mjs', 'app');

    expect([status, stderr]).toEqual([1, NO_COMPILER]);
  });

  it('says what to run for the playground', () => {
    const { status, stderr } = run('playground.mjs', 'main');

    expect([status, stderr]).toEqual([1, NO_COMPILER.replace('dist', 'The playground')]);
  });
});

describe('--help', () => {
  beforeEach(() => {
    copy('scripts', join('src', 'cli'), join('playground', 'host'));
  });

  const folder = join(PROJECT, 'src', 'cli');
  const commands = readdirSync(folder)
    .filter((file) => /^void runCommand\(/m.test(readFileSync(join(folder, file), 'utf8')))
    .map((file) => file.replace(/\.ts$/, ''));

  it.each(commands)('of %s is what the command itself says, and builds nothing', (name) => {
    const command = join(PROJECT, 'dist', 'cli', `${name}.js`);
    const own = execFileSync(process.execPath, [command, '--help'], { encoding: 'utf8' });
    const { status, stdout, stderr } = run('run.mjs', `cli/${name}`, '--help');

    expect(stdout).toMatch(/^Usage: /);
    expect([status, stdout, stderr]).toEqual([0, own, '']);
    expect(existsSync(join(install, 'dist'))).toBe(false);
  });

  it.each([
    ['run.mjs', 'app', /^Usage: npm start\n$/],
    ['playground.mjs', 'main', /^Usage: npm run playground -- /],
    ['playground.mjs', 'pictures', /^Usage: npm run screenshots\n$/],
  ])('of %s %s builds nothing', (script, part, usage) => {
    const { status, stdout, stderr } = run(script, part, '--help');

    expect(stdout).toMatch(usage);
    expect([status, stderr]).toEqual([0, '']);
    expect(existsSync(join(install, 'dist'))).toBe(false);
  });
});

describe('a build', () => {
  /** A few files that compile fast. */
  function shrinkSources(app: string): void {
    copy('dist', 'scripts', 'package.json', 'tsconfig.json');
    for (const folder of ['loader', 'router', 'rule-book']) {
      mkdirSync(join(install, 'src', folder), { recursive: true });
    }
    cpSync(join(PROJECT, 'src/loader/paths.ts'), join(install, 'src/loader/paths.ts'));
    writeFileSync(join(install, 'src', 'app.ts'), app);
    linkPackages(['typescript', '@types/node', 'undici-types']);
  }

  it('that fails leaves dist as it is', () => {
    shrinkSources('const port: number = "3000";\n');
    const before = compiled();
    const { status, stderr } = run('build.mjs', '--no-cache');

    expect(stderr).toContain('src/app.ts(1,7): error TS2322');
    expect(status).not.toBe(0);
    expect(compiled()).toEqual(before);
  });

  it('removes what no source makes any more, and is fresh in a copy', () => {
    shrinkSources('console.log("started");\n');
    const { status, stderr } = run('run.mjs', 'app');
    cpSync(install, `${install}-copy`, { recursive: true });
    rmSync(join(install, '..', 'app-copy', 'node_modules'), { recursive: true });
    install = `${install}-copy`;
    const copy = run('run.mjs', 'app');

    expect([status, stderr]).toEqual([0, 'Building dist …\n']);
    expect(Object.keys(compiled()).sort()).toEqual(['app.js', 'build.json', 'loader/paths.js']);
    expect([copy.stdout, copy.stderr]).toEqual(['started\n', '']);
  });
});
