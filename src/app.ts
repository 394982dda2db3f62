import './lifecycle/require-node';
import type { Logger } from 'pino';
import { join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { PROJECT } from './loader/paths';
import { LiveRuleBook, type RuleBookState } from './loader/live-rule-book';
import { readConfig } from './config';
import { explainStartError } from './lifecycle/explain-start-error';
import { logFatalErrors } from './lifecycle/crash-handler';
import { LogOutput } from './log/log-output';
import { openLog } from './log/open-log';
import type { RunningBot } from './slack/app';
import { stopOnSignals } from './lifecycle/signals';
import { openStore } from './store/open-store';
import type { Store } from './store/store';
import { StopDeadline } from './slack/timeouts';
import { resultWithin } from './slack/with-timeout';
import { readVersion } from './version';

/** Starts configuration, store, rule book and Slack, in this order. Any fault stops the start. */
async function main(): Promise<void> {
  const config = readConfig();
  const output = new LogOutput();
  const log = openLog(config.logLevel, output);
  logFatalErrors(log, output);
  const store = openStore(config, { log, secret: config.botToken });
  // The store's thread starts now. It opens the file while this thread loads Bolt and the rules.
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
    notes: () => [...rules.notes(), ...output.notes()],
    store,
    log,
  });
  // Before it logs "ready": a supervisor that reads it may send a signal at once.
  stopOnSignals(() => stopBoth(bot, store), log);
  log.info({ port: bot.port, ...readVersion() }, 'ready');
}

/** Loads Bolt and the listeners, which is the longest part of a start. */
function loadBot(): typeof import('./slack/app') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./slack/app') as typeof import('./slack/app');
}

/** Records what was asked to the last, before the store closes. All of it ends at one deadline. */
async function stopBoth(bot: RunningBot, store: Store): Promise<void> {
  const deadline = new StopDeadline();
  await bot.stop(deadline);
  await resultWithin(store.stop(deadline.timeFor('storeFlush')), deadline.timeLeft());
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
