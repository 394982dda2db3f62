import type { Logger } from 'pino';
import { join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { PROJECT } from './loader/paths';
import { LiveRuleBook, type RuleBookState } from './loader/live-rule-book';
import { readConfig } from './config';
import { explainStartError } from './lifecycle/explain-start-error';
import { sayLastWords } from './lifecycle/crash-handler';
import { openLog } from './log/open-log';
import type { RunningBot } from './slack/app';
import { stopOnSignals } from './lifecycle/signals';
import { openStore } from './store/open-store';
import type { Store } from './store/store';

/** How long the end waits for the store's last writes, in milliseconds. */
const LAST_WRITES = 1500;

/** Configuration, store, rule book, Slack: in this order, and any fault ends the start. */
async function main(): Promise<void> {
  const config = readConfig();
  const log = openLog(config.logLevel);
  sayLastWords(log);
  const store = openStore(config, { log, secret: config.botToken });
  // Its thread begins now, and opens the file while this one loads Bolt and the rules.
  await setImmediate();
  const { startSlackApp } = loadBot();
  const { modelCache } = config;
  const rules = new LiveRuleBook(join(PROJECT, 'rules'), {
    cache: modelCache === undefined ? undefined : resolve(PROJECT, modelCache),
    tell: (sentence) => {
      log.info(sentence);
    },
    changed: (state, version) => {
      logRules(log, state, version);
    },
  });
  process.on('SIGHUP', () => void rules.reload());
  logRules(log, rules.state, rules.current().book.version);
  const bot = await startSlackApp(config, {
    rules: () => rules.current(),
    notes: () => rules.notes(),
    store,
    log,
  });
  // Before it says so: whoever reads "ready" may send a signal at once.
  stopOnSignals({ ...bot, stop: () => stopBoth(bot, store) }, log);
  log.info({ port: bot.port }, 'ready');
}

/** Bolt and all that listens: the longest part of a start. */
function loadBot(): typeof import('./slack/app') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./slack/app') as typeof import('./slack/app');
}

/** What was asked to the last is recorded, before the store goes. */
async function stopBoth(bot: RunningBot, store: Store): Promise<void> {
  await bot.stop();
  await store.stop(LAST_WRITES);
}

const REFUSED = {
  edited: 'the edited examples could not be learned; the edited answers are in force',
  before: 'the edited rules were refused; the rules before them stay in force',
} as const;

function logRules(log: Logger, state: RuleBookState, rules: string): void {
  if (state.kind === 'in force') log.info({ rules }, 'the rules are in force');
  else if (state.kind === 'learning') log.info({ rules }, 'learning the edited examples');
  else log.error({ rules, faults: state.faults }, REFUSED[state.answers]);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainStartError(error)}\n`);
  process.exit(1);
});
