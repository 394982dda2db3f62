import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type LocalSlack, startLocalSlack } from '../../packages/local-slack/src/local-slack';
import type { LocalSlackOptions } from '../../packages/local-slack/src/settings';
import { type OpenRuleBook, openRuleBook } from '../../src/loader/open-rule-book';
import { loadRules } from '../../src/rule-book/load';
import { startSlackApp, type SlackSettings, type RunningBot } from '../../src/slack/app';
import { openStore } from '../../src/store/open-store';
import type { Store } from '../../src/store/store';

const RULES = join(__dirname, '..', '..', 'rules');
/** Slack waits 3 seconds, which a busy machine may spend on other work; in milliseconds. */
const PATIENT = 10_000;

export interface TestBot {
  readonly slack: LocalSlack;
  readonly bot: RunningBot;
  readonly store: Store;
  readonly databaseFile: string;
  /** Every line that the bot logged, as text. */
  readonly logged: () => string;
  readonly stop: () => Promise<void>;
}

export interface TestOptions extends LocalSlackOptions {
  readonly connection?: Partial<SlackSettings>;
  readonly rules?: () => OpenRuleBook;
  readonly logLevel?: string;
}

/** The real bot, connected to a local Slack. */
export async function startTestBot(options: TestOptions = {}): Promise<TestBot> {
  const { connection, rules, logLevel = 'trace', ...slackOptions } = options;
  const slack = await startLocalSlack({ ackTimeoutMs: PATIENT, ...slackOptions });
  const lines: string[] = [];
  const log = pino({ level: logLevel }, { write: (line: string) => lines.push(line) });
  const opened = rules === undefined ? openRuleBook(RULES) : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'program-route-bot-'));
  const databaseUrl = `file:${join(folder, 'store.db')}`;
  const store = openStore({ databaseUrl, retentionDays: 180 }, { log, secret: 'xoxb-local' });
  await store.opened(5000);
  const bot = await startSlackApp(
    {
      botToken: 'xoxb-local',
      mode:
        options.mode === 'socket'
          ? { kind: 'socket', appToken: 'xapp-local', connections: 1 }
          : { kind: 'http', signingSecret: 'local-signing-secret' },
      apiUrl: slack.apiUrl,
      port: 0,
      host: '127.0.0.1',
      teamChannel: undefined,
      teamUsers: [],
      ...connection,
    },
    { rules: rules ?? (() => opened as OpenRuleBook), store, log },
  );
  if (options.mode !== 'socket') {
    slack.eventsUrl = `http://127.0.0.1:${bot.port}/slack/events`;
  }
  const stop = async (): Promise<void> => {
    await bot.stop();
    await store.stop(1000);
    await slack.stop();
    rmSync(folder, { recursive: true });
  };
  const databaseFile = join(folder, 'store.db');
  return { slack, bot, store, databaseFile, logged: () => lines.join(''), stop };
}

/**
 * The first of the rule book's ambiguous examples that the router asks back about.
 *
 * @param routes exactly these are to be offered; any, where none are named
 */
export function anUnclearQuestion(routes?: readonly string[]): string {
  const { router } = openRuleBook(RULES);
  const found = loadRules(RULES).examples.find(({ labels, text }) => {
    if (labels.length < 2) return false;
    const routed = router.route(text);
    if (routed.outcome !== 'clarify' || routed.guess !== null) return false;
    const offered = routed.alternatives.map(({ route }) => route).sort();
    return routes === undefined || offered.join() === routes.join();
  });
  if (found === undefined) throw new Error('The router asks back about no such example.');
  return found.text;
}
