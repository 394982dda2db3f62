import './lifecycle/require-node';
import type { Logger } from 'pino';
import { join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { PROJECT } from './loader/paths';
import { LiveRuleBook, type RuleBookState } from './loader/live-rule-book';
import { type Config, readConfig } from './config';
import { explainStartError } from './lifecycle/explain-start-error';
import { logFatalErrors } from './lifecycle/crash-handler';
import { LogOutput } from './log/log-output';
import { openLog } from './log/open-log';
import type { RunningMetrics } from './metrics/start-metrics';
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
  const metrics = await metricsOf(config, { bot, rules, store });
  if (metrics !== undefined) log.info({ metricsPort: metrics.port }, 'metrics');
  // Before it logs "ready": a supervisor that reads it may send a signal at once.
  stopOnSignals(() => stopAll({ bot, store, metrics }), log);
  log.info({ port: bot.port, ...readVersion() }, 'ready');
}

/** Loads Bolt and the listeners, which is the longest part of a start. */
function loadBot(): typeof import('./slack/app') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./slack/app') as typeof import('./slack/app');
}

interface Parts {
  readonly bot: RunningBot;
  readonly rules: LiveRuleBook;
  readonly store: Store;
}

/** Starts the metrics where they have a port. Without one, their package is never loaded. */
async function metricsOf(
  { host, metricsPort }: Config,
  { bot, rules, store }: Parts,
): Promise<RunningMetrics | undefined> {
  if (metricsPort === undefined) return undefined;
  const { startMetrics } = await import('./metrics/start-metrics.js');
  return startMetrics(
    { host, port: metricsPort },
    {
      readiness: bot.readiness,
      store: () => store.counts(),
      rules: () => rules.current().book.version,
      build: readVersion(),
    },
  );
}

interface Running extends Omit<Parts, 'rules'> {
  readonly metrics: RunningMetrics | undefined;
}

/** Finishes requests in flight, then writes the last records and closes the store. One deadline limits it all. */
async function stopAll({ bot, store, metrics }: Running): Promise<void> {
  const deadline = new StopDeadline();
  await bot.stop(deadline);
  metrics?.stop();
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
