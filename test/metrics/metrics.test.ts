import { afterEach, describe, expect, it } from '@jest/globals';
import { type LocalSlack, startLocalSlack } from '../../packages/local-slack/src/local-slack';
import { BotProcess, SECRET } from '../../reliability/bot/bot-process';

const QUESTION = 'who owns an account that only has an edu subscription?';

let slack: LocalSlack;
let bot: BotProcess | undefined;

afterEach(async () => {
  await bot?.end();
  await slack.stop();
});

async function start(environment: NodeJS.ProcessEnv): Promise<BotProcess> {
  slack = await startLocalSlack({ ackTimeoutMs: 10_000 });
  bot = await BotProcess.start({
    apiUrl: slack.apiUrl,
    environment: { SLACK_SIGNING_SECRET: SECRET, ...environment },
  });
  slack.eventsUrl = `http://127.0.0.1:${bot.port}/slack/events`;
  return bot;
}

async function startWithMetrics(): Promise<{ port: number; metricsPort: number }> {
  const started = await start({ METRICS_PORT: '0' });
  const [, metricsPort] = await started.logged(/"metricsPort":(\d+)/);
  return { port: started.port, metricsPort: Number(metricsPort) };
}

/** Every sample of a scrape: its name with its labels, and its value. */
function samplesOf(text: string): Map<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      // https://prometheus.io/docs/instrumenting/exposition_formats/#text-format-details
      const [, name = '', value = ''] =
        /^([a-z_:]\w*(?:\{(?:[a-z_]\w*="(?:[^"\\\n]|\\.)*",?)*\})?) (\S+)$/i.exec(line) ?? [];
      if (name === '') throw new Error(`This line is no sample: ${line}`);
      return [name, Number(value)];
    }),
  );
}

async function scrape(port: number): Promise<{ type: string | null; text: string }> {
  const response = await fetch(`http://127.0.0.1:${port}/metrics`);
  expect(response.status).toBe(200);
  return { type: response.headers.get('content-type'), text: await response.text() };
}

describe('/metrics', () => {
  it('counts requests, answers and refusals, without a user, a channel or a text', async () => {
    const { port, metricsPort } = await startWithMetrics();

    const command = { user: 'U0ALICE', channel: 'C0SALES', command: '/program-route' };
    await slack.slashCommand({ ...command, text: QUESTION });
    await slack.mention({ user: 'U0BOB', channel: 'C0PRIVATE', text: QUESTION });
    await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', body: '{}' });
    const { type, text } = await scrape(metricsPort);
    const samples = samplesOf(text);
    const get = (name: string): number | undefined => samples.get(`program_route_${name}`);

    expect(type).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(get('requests_total{surface="command",outcome="answer"}')).toBe(1);
    expect(get('requests_total{surface="mention",outcome="answer"}')).toBe(1);
    expect(get('request_duration_seconds_count{surface="command"}')).toBe(1);
    expect(get('refusals_total{reason="content type"}')).toBe(1);
    expect(get('problems{part="store"}')).toBe(0);
    expect(get('store_records{state="lost"}')).toBe(0);
    expect([...samples.keys()].filter((key) => /^program_route_answers/.test(key))).toHaveLength(1);
    expect(text).toMatch(/program_route_build_info\{version="\d+\.\d+\.\d+",/);
    expect(text).toMatch(/program_route_rules_info\{version="\w+"\} 1/);
    expect(samples.get('process_resident_memory_bytes')).toBeGreaterThan(1e6);
    for (const told of [
      'U0ALICE',
      'U0BOB',
      'C0SALES',
      'C0PRIVATE',
      'T0LOCAL',
      'edu subscription',
    ]) {
      expect(text).not.toContain(told);
    }
  });

  it('counts a failure, and shows what Slack refuses', async () => {
    const { metricsPort } = await startWithMetrics();
    slack.faults.api('*', { error: 'invalid_auth' });

    await slack.mention({ user: 'U0ALICE', channel: 'C0SALES', text: QUESTION });
    const samples = samplesOf((await scrape(metricsPort)).text);

    expect(
      samples.get('program_route_requests_total{surface="mention",outcome="unanswered"}'),
    ).toBeGreaterThan(0);
    expect(samples.get('program_route_problems{part="slack"}')).toBe(1);
  });

  it('answers on its own port alone, and nothing else there', async () => {
    const { port, metricsPort } = await startWithMetrics();
    const status = async (at: number, path: string, method = 'GET'): Promise<number> =>
      (await fetch(`http://127.0.0.1:${at}${path}`, { method })).status;

    expect(await status(port, '/metrics')).toBe(404);
    expect(await status(metricsPort, '/readyz')).toBe(404);
    expect(await status(metricsPort, '/slack/events', 'POST')).toBe(404);
    expect(await status(metricsPort, '/metrics', 'POST')).toBe(405);
  });

  it('is off unless it has a port', async () => {
    const { port, log } = await start({});

    expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(404);
    expect(log).not.toContain('metricsPort');
  });
});

it('`/readyz` shows the version', async () => {
  const { port } = await start({});

  const body = (await (await fetch(`http://127.0.0.1:${port}/readyz`)).json()) as object;

  expect(body).toMatchObject({ ok: true, version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
});
