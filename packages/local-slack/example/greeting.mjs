import bolt from '@slack/bolt';

/** A Bolt app as it might stand in any project; `clientOptions` is what a test adds. */
export function createApp(clientOptions = {}) {
  const app = new bolt.App({
    token: 'xoxb-local',
    signingSecret: 'local-signing-secret',
    clientOptions,
  });
  app.command('/greet', async ({ ack, command }) => {
    await ack(`Hello, <@${command.user_id}>.`);
  });
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: 'You called?', thread_ts: event.ts });
  });
  return app;
}
