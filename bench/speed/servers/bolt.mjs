// A bare Bolt app: the receiver as ours, one command, and a constant answer.
import { readFileSync } from 'node:fs';
import bolt from '@slack/bolt';

const { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_API_URL, PORT, HOST, BENCH_ANSWER } =
  process.env;
const answer = JSON.parse(readFileSync(BENCH_ANSWER, 'utf8'));

const app = new bolt.App({
  token: SLACK_BOT_TOKEN,
  receiver: new bolt.HTTPReceiver({
    signingSecret: SLACK_SIGNING_SECRET,
    endpoints: '/slack/events',
    customRoutes: [
      {
        path: '/readyz',
        method: 'GET',
        handler: (_, response) => response.writeHead(200).end('{"ok":true}'),
      },
    ],
  }),
  clientOptions: { slackApiUrl: SLACK_API_URL },
  convoStore: false,
  deferInitialization: true,
});
app.command('/program-route', ({ ack }) => ack(answer));
await app.init();
await app.start({ port: Number(PORT), host: HOST });
