import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { type LocalSlack, startLocalSlack } from '../../packages/local-slack/src/local-slack';

const ROOT = join(__dirname, '..', '..');
const APP = join(ROOT, 'dist', 'app.js');
const BODY = new URLSearchParams({
  command: '/program-route',
  text: 'who answers a lead from a university?',
  user_id: 'U0ALICE',
  team_id: 'T0LOCAL',
  channel_id: 'C0SALES',
}).toString();

let slack: LocalSlack | undefined;
let child: ChildProcess | undefined;
let stderr = '';
let log = '';

const folder = mkdtempSync(join(tmpdir(), 'program-route-process-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

afterEach(async () => {
  child?.kill('SIGKILL');
  await slack?.stop();
  slack = undefined;
});

interface Started {
  readonly process: ChildProcess;
  readonly port: number;
}

type Command = readonly [string, readonly string[]];

/** @param command what starts the bot, in the project's folder */
async function startProcess(
  environment: NodeJS.ProcessEnv,
  [program, args]: Command = [process.execPath, [APP]],
): Promise<Started> {
  slack = await startLocalSlack({ mode: 'SLACK_APP_TOKEN' in environment ? 'socket' : 'http' });
  const { PATH } = process.env;
  child = spawn(program, args, {
    cwd: program === 'npm' ? ROOT : '/',
    env: {
      PATH,
      SLACK_BOT_TOKEN: 'xoxb-local',
      SLACK_API_URL: slack.apiUrl,
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: `file:${join(folder, 'store.db')}`,
      ...environment,
    },
  });
  log = '';
  stderr = '';
  child.stderr?.on('data', (data: Buffer) => (stderr += data.toString()));
  child.stdout?.on('data', (data: Buffer) => (log += data.toString()));
  const port = await logged(/"port":(\d+)/);
  return { process: child, port: Number(port) };
}

/** What the process logs first that matches; the pattern's group. */
async function logged(pattern: RegExp): Promise<string> {
  for (;;) {
    const found = pattern.exec(log);
    if (found !== null) return found[1] ?? '';
    if (child?.exitCode !== null) throw new Error(`The bot did not start: ${log}`);
    await delay(5);
  }
}

function signed(secret: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${BODY}`).digest('hex');
  return {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${digest}`,
  };
}

function post(port: number, secret: string): Promise<Response> {
  const url = `http://127.0.0.1:${port}/slack/events`;
  return fetch(url, { method: 'POST', headers: signed(secret), body: BODY });
}

describe('the process', () => {
  it('answers a signed command in the response, and 401 to a wrong signature', async () => {
    const { port } = await startProcess({ SLACK_SIGNING_SECRET: 'local-signing-secret' });

    const [right, wrong] = [await post(port, 'local-signing-secret'), await post(port, 'another')];

    expect(right.status).toBe(200);
    expect(JSON.stringify(await right.json())).toContain('Reply directly to the lead');
    expect(wrong.status).toBe(401);
    expect(await wrong.text()).toBe('');
  });

  it.each([{ SLACK_SIGNING_SECRET: 'local-signing-secret' }, { SLACK_APP_TOKEN: 'xapp-local' }])(
    'stops on SIGTERM with status 0, with %j',
    async (environment) => {
      const { process: running, port } = await startProcess(environment);
      const ready = await fetch(`http://127.0.0.1:${port}/readyz`);

      running.kill('SIGTERM');
      const [code] = (await once(running, 'exit')) as [number | null];

      expect(ready.status).toBe(200);
      expect(code).toBe(0);
    },
  );

  it('stops in order when npm, which started it, gets SIGTERM', async () => {
    const { process: npm } = await startProcess({ SLACK_SIGNING_SECRET: 's' }, [
      'npm',
      ['start', '--silent'],
    ]);

    npm.kill('SIGTERM');
    await once(npm, 'close');

    // The output of npm is closed only when the bot, which shares it, has ended.
    expect(log).toContain('"signal":"SIGTERM","msg":"stopping"');
  });

  it('takes two signals within a second for one, as Ctrl-C sends them to npm and the bot', async () => {
    const { process: running } = await startProcess({ SLACK_APP_TOKEN: 'xapp-local' });

    running.kill('SIGINT');
    running.kill('SIGTERM');
    const [code] = (await once(running, 'exit')) as [number | null];

    expect(code).toBe(0);
  });

  it('takes edited rules on SIGHUP, and goes on where there is nothing new', async () => {
    const { process: running, port } = await startProcess({ SLACK_SIGNING_SECRET: 's' });

    running.kill('SIGHUP');
    await logged(/in force.*"port".*in force/s);
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`);

    expect(await ready.json()).toEqual({ ok: true, version: expect.any(String), problems: [] });
  });

  it('exits 1 at once where variables are missing, and names them', async () => {
    child = spawn(process.execPath, [APP], { cwd: '/', env: { PATH: process.env['PATH'] } });
    let text = '';
    child.stderr?.on('data', (data: Buffer) => (text += data.toString()));

    const [code] = (await once(child, 'close')) as [number | null];

    expect(code).toBe(1);
    expect(text).toContain('SLACK_BOT_TOKEN is missing.');
    expect(text).toContain('SLACK_SIGNING_SECRET');
  });

  it('exits 1 where Slack does not know the token', async () => {
    await expect(
      startProcess({ SLACK_SIGNING_SECRET: 's', SLACK_BOT_TOKEN: 'xoxb-wrong' }),
    ).rejects.toThrow('did not start');
    if (child?.exitCode === null) await once(child, 'exit');

    expect(child?.exitCode).toBe(1);
    expect(stderr).toContain('Check SLACK_BOT_TOKEN. (invalid_auth)');
  });
});
