import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { createServer, get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const PROBE = new URL('probe.mjs', import.meta.url).href;
const SERVERS = fileURLToPath(new URL('servers/', import.meta.url));
/** Between two looks at `/readyz`, in milliseconds. */
const LOOK = 2;
/** A start on a busy machine; one that takes longer hangs. In milliseconds. */
const LONGEST_START = 60_000;

/** What is measured: a file in `servers/`, or a path. */
export const server = (name) => join(SERVERS, `${name}.mjs`);

/**
 * Starts a server in a separate process, and waits until `/readyz` returns 200.
 *
 * @param file the program
 * @param environment its variables, besides PORT and HOST
 * @param folder where it runs and logs, as a deployment would log to a file
 */
export async function startServer(file, { environment, folder }) {
  const port = await freePort();
  const log = openSync(join(folder, 'server.log'), 'a');
  const started = performance.now();
  const child = spawn(process.execPath, ['--expose-gc', '--import', PROBE, file], {
    cwd: folder,
    env: { PATH: process.env.PATH, PORT: String(port), HOST: '127.0.0.1', ...environment },
    stdio: ['ignore', log, 'inherit', 'ipc'],
  });
  closeSync(log);
  const url = `http://127.0.0.1:${port}`;
  await untilReady(`${url}/readyz`, child);
  return {
    url,
    /** In milliseconds, from the spawn on. */
    startTook: performance.now() - started,
    /** CPU time in microseconds, and memory in bytes; `collect` runs the garbage collector first. */
    async used({ collect = false } = {}) {
      const answer = once(child, 'message');
      child.send({ collect });
      return (await answer)[0];
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

async function freePort() {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

async function untilReady(url, child) {
  const end = performance.now() + LONGEST_START;
  while (performance.now() < end) {
    if (child.exitCode !== null) throw new Error(`The server ended with status ${child.exitCode}.`);
    if ((await statusOf(url)) === 200) return;
    await delay(LOOK);
  }
  child.kill('SIGKILL');
  throw new Error('The server was not ready in time.');
}

function statusOf(url) {
  return new Promise((resolve) => {
    get(url, { agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', () => resolve(0));
  });
}
