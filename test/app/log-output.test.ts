import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { type LocalSlack, startLocalSlack } from '../../packages/local-slack/src/local-slack';
import { SECRET } from '../../reliability/bot/bot-process';
import { ask } from '../../reliability/trials/load';

const APP = join(__dirname, '..', '..', 'dist', 'app.js');
const folder = mkdtempSync(join(tmpdir(), 'program-route-log-'));
let slack: LocalSlack;
let child: ChildProcess | undefined;

beforeAll(async () => {
  slack = await startLocalSlack({});
});
afterEach(async () => {
  if (child?.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
});
afterAll(async () => {
  await slack.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

/** Starts the bot with standard output in `stdout`, and resolves when it is ready: its log cannot say so. */
async function startBot(stdout: 'pipe' | number): Promise<{ child: ChildProcess; port: number }> {
  const port = await freePort();
  child = spawn(process.execPath, [APP], {
    cwd: '/',
    stdio: ['ignore', stdout, 'pipe'],
    env: {
      PATH: process.env['PATH'],
      SLACK_BOT_TOKEN: 'xoxb-local',
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_API_URL: slack.apiUrl,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: `file:${join(folder, `${port}.db`)}`,
    },
  });
  while ((await readiness(port))?.ok !== true) {
    if (child.exitCode !== null) throw new Error(`The bot ended with ${child.exitCode}.`);
    await delay(50);
  }
  return { child, port };
}

async function readiness(port: number): Promise<{ ok: boolean; notes?: string[] } | undefined> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`);
    return (await response.json()) as { ok: boolean; notes?: string[] };
  } catch {
    return undefined;
  }
}

/** Asks, and counts what got no answer; on a crowded machine, "too much to do" is one. */
async function questions(port: number, count: number): Promise<{ cut: number; lost: number }> {
  const { cut, lost } = await ask({ port, rate: count, seconds: 1, team: 'T0LOCAL' });
  return { cut, lost };
}

async function endOf(running: ChildProcess): Promise<unknown> {
  running.kill('SIGTERM');
  if (running.exitCode === null) await once(running, 'exit');
  return running.exitCode;
}

it('answers on where the disk of the log is full, says so, and stops in order', async () => {
  const full = openSync('/dev/full', 'w');
  const { child: running, port } = await startBot(full);
  closeSync(full);

  expect(await questions(port, 100)).toEqual({ cut: 0, lost: 0 });
  expect(await readiness(port)).toMatchObject({
    ok: true,
    notes: [expect.stringMatching(/^the log cannot be written \(ENOSPC\)/)],
  });
  expect(await endOf(running)).toBe(0);
});

it('answers on where nobody reads the log, says so, and stops in order', async () => {
  const { child: running, port } = await startBot('pipe');

  // The pipe holds 64 KiB, and a line about 200 bytes.
  for (let round = 0; round < 20 && (await readiness(port))?.notes === undefined; round += 1) {
    expect(await questions(port, 200)).toEqual({ cut: 0, lost: 0 });
  }
  expect(await questions(port, 50)).toEqual({ cut: 0, lost: 0 });
  expect(await readiness(port)).toMatchObject({
    ok: true,
    notes: [expect.stringMatching(/^nobody reads the log \(EAGAIN\)/)],
  });
  expect(await endOf(running)).toBe(0);
});

it('answers on where the reader of the log is gone, and says so', async () => {
  const { child: running, port } = await startBot('pipe');
  running.stdout?.destroy();

  expect(await questions(port, 50)).toEqual({ cut: 0, lost: 0 });
  expect(await readiness(port)).toMatchObject({
    ok: true,
    notes: [expect.stringMatching(/^the log cannot be written \(EPIPE\)/)],
  });
  expect(await endOf(running)).toBe(0);
});
