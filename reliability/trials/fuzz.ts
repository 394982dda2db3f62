import fc from 'fast-check';
import type { BotPayload, BotRequest } from '../../packages/local-slack/src/bot-request';
import { isObject, type JsonObject } from '../../packages/local-slack/src/json';
import { type LocalSlack, startLocalSlack } from '../../packages/local-slack/src/local-slack';
import { COMMAND } from '../../src/slack/names';
import { BotProcess, type Memory, SECRET } from '../bot/bot-process';
import { collectSamples } from '../bot/collect-samples';
import { mutate, type Mutation, mutations } from './mutations';

export interface FuzzOptions {
  readonly transport: 'http' | 'socket';
  readonly seed: number;
  /** How many mutations are sent, rounded up to whole batches. */
  readonly amount: number;
  /** Where to restart a failed run, as the failure printed it. */
  readonly path?: string | undefined;
}

export interface FuzzResult {
  readonly transport: 'http' | 'socket';
  readonly seed: number;
  /** Kinds of payload that were changed. */
  readonly kinds: number;
  readonly sent: number;
  /** How often each HTTP status or result of an envelope occurred. */
  readonly answers: Readonly<Record<string, number>>;
  /** Requests over HTTP without any answer. */
  readonly unanswered: number;
  readonly deaths: number;
  readonly uncaught: number;
  readonly memory: readonly [before: Memory, after: Memory];
  /** What went wrong first, with what is needed to see it again; null: nothing. */
  readonly failure: string | null;
}

const BATCH = 25;
const PEOPLE = 400;
/** Over a socket, what is not acknowledged by then is taken as refused; in milliseconds. */
const ACK_TIMEOUT = { http: 4000, socket: 400 };

/** Sends changed payloads of every kind to the compiled bot, and an ordinary question after each batch. */
export async function fuzz(options: FuzzOptions): Promise<FuzzResult> {
  const { transport, seed, amount, path } = options;
  const trial = await Trial.start(transport);
  try {
    const samples = await trial.samples();
    const before = await trial.bot.memory();
    const one = fc.record({ sample: fc.nat(samples.length - 1), changes: mutations });
    const batch = fc.array(one, { minLength: BATCH, maxLength: BATCH });
    const property = fc.asyncProperty(batch, (chosen) => {
      return trial.send(chosen.map((wish) => ({ ...wish, payload: samples[wish.sample] })));
    });
    const numRuns = Math.ceil(amount / BATCH);
    const outcome = await fc.check(property, {
      seed,
      numRuns,
      // A smaller batch says no more, and the bot that failed takes minutes to find one.
      endOnFailure: true,
      ...(path !== undefined && { path }),
    });
    return {
      transport,
      seed,
      kinds: samples.length,
      ...trial.counts(),
      memory: [before, await trial.bot.memory()],
      failure: outcome.failed ? reportOf(outcome) : null,
    };
  } finally {
    await trial.end();
  }
}

/** Of what fast-check tells, what a report needs. */
type Outcome = Pick<
  fc.RunDetailsCommon<unknown>,
  'seed' | 'counterexamplePath' | 'errorInstance' | 'counterexample'
>;

/** What went wrong, and what is needed to see it again. */
function reportOf(outcome: Outcome): string {
  const { seed, counterexamplePath, errorInstance } = outcome;
  const again = `FUZZ_SEED=${seed} FUZZ_PATH=${counterexamplePath ?? ''}`;
  return `${String(errorInstance)}\n${again}\n${JSON.stringify(outcome.counterexample)}`;
}

interface Chosen {
  readonly payload: BotPayload | undefined;
  readonly changes: readonly Mutation[];
}

/** A local Slack and a bot that is started again where something killed it. */
class Trial {
  private number = 0;
  private sent = 0;
  private unanswered = 0;
  private deaths = 0;
  private uncaught = 0;
  private readonly answers: Record<string, number> = {};

  private constructor(
    private readonly transport: 'http' | 'socket',
    private readonly slack: LocalSlack,
    public bot: BotProcess,
  ) {}

  static async start(transport: 'http' | 'socket'): Promise<Trial> {
    const ackTimeoutMs = ACK_TIMEOUT[transport];
    const slack = await startLocalSlack({ mode: transport, ackTimeoutMs, retryDelaysMs: [] });
    for (let at = 0; at < PEOPLE; at += 1) slack.addUser({ id: `U0F${at}`, name: `f${at}` });
    return new Trial(transport, slack, await startBot(transport, slack));
  }

  samples(): Promise<BotPayload[]> {
    return collectSamples(this.slack);
  }

  async send(batch: readonly Chosen[]): Promise<void> {
    if (!this.bot.isAlive) this.bot = await startBot(this.transport, this.slack);
    const requests = await Promise.all(batch.map((one) => this.sendOne(one)));
    const silent = requests.filter(({ failure, status }) => failure !== null && status === null);
    if (this.transport === 'http') this.unanswered += silent.length;
    await this.look(silent.length);
  }

  counts(): Pick<FuzzResult, 'sent' | 'answers' | 'unanswered' | 'deaths' | 'uncaught'> {
    const { sent, answers, unanswered, deaths, uncaught } = this;
    return { sent, answers, unanswered, deaths, uncaught };
  }

  async end(): Promise<void> {
    await this.bot.end();
    await this.slack.stop();
  }

  private async sendOne({ payload, changes }: Chosen): Promise<BotRequest> {
    if (payload === undefined) throw new Error('There is no such sample.');
    this.number += 1;
    this.sent += 1;
    const fresh = await freshen(this.slack, payload.payload, this.number);
    const mutated = mutate(fresh, changes) ?? {};
    const changed = payload.kind === 'slash_commands' ? asForm(mutated) : mutated;
    const request = await this.slack.sendToBot({ ...payload, payload: changed as JsonObject });
    const { status, acknowledged } = request;
    const answer = status ?? (acknowledged ? 'acknowledged' : 'not acknowledged');
    this.answers[answer] = (this.answers[answer] ?? 0) + 1;
    return request;
  }

  /** @throws Error where the batch did harm */
  private async look(silent: number): Promise<void> {
    if (!this.bot.isAlive) {
      this.deaths += 1;
      throw new Error(`The bot died: ${this.bot.log.slice(-2000)}`);
    }
    const uncaught = this.bot.log.split('nobody caught an error').length - 1;
    this.bot.log = '';
    this.uncaught += uncaught;
    if (uncaught > 0) throw new Error('An error was not caught.');
    if (this.transport === 'http' && silent > 0) throw new Error(`${silent} got no answer.`);
    const { ackBody } = await this.slack.slashCommand({
      user: `U0F${this.number % PEOPLE}`,
      channel: 'C0SALES',
      command: COMMAND,
      text: 'who answers a lead from a university?',
    });
    if (!JSON.stringify(ackBody ?? '').includes('Reply directly to the lead')) {
      throw new Error('The bot no longer answers an ordinary question.');
    }
  }
}

/** A command is a form: it has fields, and they hold texts. */
function asForm(mutated: unknown): JsonObject {
  const fields = isObject(mutated) ? mutated : { mutated };
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      return [name, typeof value === 'string' ? value : JSON.stringify(value)];
    }),
  );
}

async function startBot(transport: 'http' | 'socket', slack: LocalSlack): Promise<BotProcess> {
  const bot = await BotProcess.start({
    apiUrl: slack.apiUrl,
    environment: {
      TEAM_CHANNEL: 'C0SALES',
      ...(transport === 'http'
        ? { SLACK_SIGNING_SECRET: SECRET }
        : { SLACK_APP_TOKEN: 'xapp-local' }),
    },
  });
  if (transport === 'http') slack.eventsUrl = `http://127.0.0.1:${bot.port}/slack/events`;
  return bot;
}

/** The same payload from somebody else about something new: what was answered once is not worked on again. */
async function freshen(
  slack: LocalSlack,
  payload: JsonObject,
  number: number,
): Promise<JsonObject> {
  const user = `U0F${number % PEOPLE}`;
  const fresh = structuredClone(payload);
  if ('user_id' in fresh) fresh['user_id'] = user;
  if ('event_id' in fresh) fresh['event_id'] = `Ev0F${number}`;
  if (isObject(fresh['user'])) fresh['user']['id'] = user;
  const { event } = fresh;
  if (!isObject(event)) return fresh;
  event['user'] = user;
  if (event['channel_type'] === 'im') event['channel'] = slack.directChannel(user).id;
  if (typeof event['text'] === 'string') {
    const [channel, text] = [String(event['channel']), event['text']];
    event['ts'] = (await slack.postAs({ user, channel, text, silent: true })).message.ts;
  }
  return fresh;
}
