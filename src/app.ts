import { pino } from 'pino';
import { join } from 'node:path';
import { openRules } from './cache/open-rules';
import { PROJECT } from './cache/paths';
import { readConfig } from './config';
import { explainStart } from './explain-start';
import { connect } from './slack/connect';
import { stopOnSignals } from './stop-on-signals';

/** Configuration, rule book, Slack: in this order, and any fault ends the start. */
async function main(): Promise<void> {
  const config = readConfig();
  const log = pino({ level: config.logLevel });
  const rules = openRules(join(PROJECT, 'rules'), {
    tell: (sentence) => {
      log.info(sentence);
    },
  });
  log.info({ rules: rules.book.version, mode: config.mode.kind }, 'the rules are in order');
  const bot = await connect(config, { rules: () => rules, log });
  log.info({ port: bot.port }, 'ready');
  stopOnSignals(bot, log);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainStart(error)}\n`);
  process.exit(1);
});
