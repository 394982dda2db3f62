import './lifecycle/require-node';
import type { Logger } from 'pino';
import { join } from 'node:path';
import { setImmediate, setTimeout as delay } from 'node:timers/promises';
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

/**
 * Supervisors kill a process 10 s after they ask it to stop. Of these, in milliseconds: all of the stop, and what is left
 * of it for the store, for its last writes and to close.
 */
const STOP = { all: 9000, lastWrites: 1500, closing: 1000 } as const;

/** Configuration, store, rule book, Slack: in this order, and any fault ends the start. */
async function main(): Promise<void> {
  const config = readConfig();
  const output = new LogOutput();
  const log = openLog(config.logLevel, output);
  logFatalErrors(log, output);
  const store = openStore(config, { log, secret: config.botToken });
  // The thread of the store starts now, and opens the file while this one loads Bolt and the rules.
  await setImmediate();
  const { startSlackApp } = loadBot();
  const rules = new LiveRuleBook(join(PROJECT, 'rules'), {
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
  // Before the log says so: a reader of "ready" may send a signal at once.
  stopOnSignals(() => stopAll(bot, store), log);
  log.info({ port: bot.port }, 'ready');
}

/** Bolt and all that listens: the longest part of a start. */
function loadBot(): typeof import('./slack/app') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./slack/app') as typeof import('./slack/app');
}

/** Slack first, so that the last requests are still recorded; whatever hangs, the store gets its share of the time. */
async function stopAll(bot: RunningBot, store: Store): Promise<void> {
  const forSlack = STOP.all - STOP.lastWrites - STOP.closing;
  await Promise.race([bot.stop(), delay(forSlack)]);
  await store.stop(STOP.lastWrites, STOP.closing);
}

function logRules(log: Logger, state: RuleBookState, rules: string): void {
  if (state.kind === 'in force') log.info({ rules }, 'the rules are in force');
  else if (state.kind === 'learning') log.info({ rules }, 'learning the edited examples');
  else log.error({ rules, faults: state.faults }, 'the edited rules were refused');
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainStartError(error)}\n`);
  process.exit(1);
});
