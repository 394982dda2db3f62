import { type Logger, pino } from 'pino';
import { join } from 'node:path';
import { PROJECT } from './cache/paths';
import { RulesInUse, type RulesState } from './cache/rules-in-use';
import { readConfig } from './config';
import { explainStart } from './explain-start';
import { connect } from './slack/connect';
import { stopOnSignals } from './stop-on-signals';

/** Configuration, rule book, Slack: in this order, and any fault ends the start. */
async function main(): Promise<void> {
  const config = readConfig();
  const log = pino({ level: config.logLevel });
  const rules = new RulesInUse(join(PROJECT, 'rules'), {
    tell: (sentence) => {
      log.info(sentence);
    },
    changed: (state, version) => {
      logRules(log, state, version);
    },
  });
  logRules(log, rules.state, rules.current().book.version);
  const bot = await connect(config, {
    rules: () => rules.current(),
    notes: () => rules.notes(),
    log,
  });
  log.info({ port: bot.port }, 'ready');
  stopOnSignals(bot, log);
  process.on('SIGHUP', () => void rules.reload());
}

function logRules(log: Logger, state: RulesState, rules: string): void {
  if (state.kind === 'in force') log.info({ rules }, 'the rules are in force');
  else if (state.kind === 'learning') log.info({ rules }, 'learning the edited examples');
  else log.error({ rules, faults: state.faults }, 'the edited rules were refused');
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainStart(error)}\n`);
  process.exit(1);
});
