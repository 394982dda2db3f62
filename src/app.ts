import { pino } from 'pino';
import { join } from 'node:path';
import { openRules } from './cache/open-rules';
import { PROJECT } from './cache/paths';
import { ConfigError, readConfig } from './config';
import { FaultyRulesError } from './rules/load';
import { connect } from './slack/connect';
import { describeError } from './slack/describe-error';
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
  const isOurs = error instanceof ConfigError || error instanceof FaultyRulesError;
  const { name, code } = describeError(error);
  const text = isOurs ? error.message : `The bot could not start: ${name} (${code}).`;
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
