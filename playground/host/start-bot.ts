import type { Logger } from 'pino';
import { type RunningBot, startSlackApp } from '../../src/slack/app';
import type { LocalSlack } from '../../packages/local-slack/src/local-slack';
import type { Store } from '../../src/store/store';
import { PRIYA } from '../story/people';
import { TEAM } from '../story/places';
import type { WatchedRules } from './watched-rules';

interface BotParts {
  readonly rules: WatchedRules;
  readonly mode: 'http' | 'socket';
  readonly store: Store;
  readonly log: Logger;
}

/** The same bot as with `npm start`, connected to the local Slack. */
export async function startBot(
  slack: LocalSlack,
  { rules, mode, store, log }: BotParts,
): Promise<RunningBot> {
  const bot = await startSlackApp(
    {
      botToken: 'xoxb-local',
      mode:
        mode === 'socket'
          ? { kind: 'socket', appToken: 'xapp-local', connections: 1 }
          : { kind: 'http', signingSecret: 'local-signing-secret' },
      apiUrl: slack.apiUrl,
      port: 0,
      host: '127.0.0.1',
      teamChannel: TEAM,
      // The program manager sees the team's Home.
      teamUsers: [PRIYA],
    },
    { rules: () => rules.current(), notes: () => rules.notes(), store, log },
  );
  if (mode === 'http') slack.eventsUrl = `http://127.0.0.1:${bot.port}/slack/events`;
  return bot;
}
