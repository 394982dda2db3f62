// Our bot as app.ts connects it, but with a store that keeps nothing.
import { ours, RULES } from '../questions.mjs';

const { openRuleBook } = ours('loader/open-rule-book.js');
const { startSlackApp } = ours('slack/app.js');
const { openLog } = ours('log/open-log.js');
const { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_API_URL, PORT, HOST } = process.env;

const opened = openRuleBook(RULES);
await startSlackApp(
  {
    botToken: SLACK_BOT_TOKEN,
    mode: { kind: 'http', signingSecret: SLACK_SIGNING_SECRET },
    apiUrl: SLACK_API_URL,
    port: Number(PORT),
    host: HOST,
    teamChannel: undefined,
    teamUsers: [],
  },
  {
    rules: () => opened,
    store: {
      retentionDays: 180,
      record: () => undefined,
      problems: () => [],
      opened: () => undefined,
    },
    log: openLog('info'),
  },
);
