import { Agent, request as httpRequest } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { sign, FORM } from '../bot/slack-request';
import { COMMAND } from '../../src/slack/names';

export interface LoadOptions {
  readonly port: number;
  /** Questions a second, sent by the clock, whether the last is answered or not. */
  readonly rate: number;
  readonly seconds: number;
  /** Workspace of those who ask. */
  readonly team: string;
}

/** The results of all questions. */
export interface LoadResult {
  readonly sent: number;
  /** Answered with an answer. */
  readonly answered: number;
  /** Rejected because the bot has too many questions or is restarting. A command shows a sentence. */
  readonly turnedAway: number;
  /** The connection was refused or closed without an acknowledgment. */
  readonly cut: number;
  /** Acknowledged without a word: lost. */
  readonly lost: number;
  /** Of the answers, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

const TURNED_AWAY = /more questions than I can answer|I am restarting/;
/** How often the clock sends, in milliseconds. */
const TICK = 10;

type Outcome = 'answered' | 'turnedAway' | 'cut' | 'lost';

/** Asks by the clock, each time as another person. */
export async function ask(options: LoadOptions): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: 400 });
  const running: Promise<{ outcome: Outcome; ms: number }>[] = [];
  const started = performance.now();
  const total = options.rate * options.seconds;
  while (running.length < total) {
    const due = Math.min(total, ((performance.now() - started) / 1000) * options.rate);
    while (running.length < due) running.push(askOne(options, agent, running.length));
    await delay(TICK);
  }
  const outcomes = await Promise.all(running);
  agent.destroy();
  const count = (outcome: Outcome): number =>
    outcomes.filter((one) => one.outcome === outcome).length;
  const times = outcomes
    .filter(({ outcome }) => outcome === 'answered')
    .map(({ ms }) => ms)
    .sort((a, b) => a - b);
  const at = (share: number): number =>
    Number((times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1));
  return {
    sent: total,
    answered: count('answered'),
    turnedAway: count('turnedAway'),
    cut: count('cut'),
    lost: count('lost'),
    p50: at(0.5),
    p99: at(0.99),
  };
}

function askOne(
  { port, team }: LoadOptions,
  agent: Agent,
  number: number,
): Promise<{ outcome: Outcome; ms: number }> {
  const body = new URLSearchParams({
    command: COMMAND,
    text: 'who answers a lead from a university?',
    team_id: team,
    user_id: `U0L${number}`,
    channel_id: 'C0SALES',
  }).toString();
  const timestamp = Math.floor(Date.now() / 1000);
  const headers = {
    'content-type': FORM,
    'content-length': Buffer.byteLength(body),
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': sign(body, timestamp),
  };
  const started = performance.now();
  return new Promise((resolve) => {
    const end = (outcome: Outcome): void => {
      resolve({ outcome, ms: performance.now() - started });
    };
    const path = '/slack/events';
    const sent = httpRequest({ port, path, method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.on('data', (data: Buffer) => {
        text += data.toString();
      });
      response.on('error', () => {
        end('cut');
      });
      response.on('end', () => {
        end(outcomeOf(response.statusCode ?? 0, text));
      });
    });
    sent.on('error', () => {
      end('cut');
    });
    sent.end(body);
  });
}

function outcomeOf(status: number, text: string): Outcome {
  if (status === 503 || TURNED_AWAY.test(text)) return 'turnedAway';
  return status === 200 && text.includes('Reply directly to the lead') ? 'answered' : 'lost';
}
