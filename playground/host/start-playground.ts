import type { Logger } from 'pino';
import { type RunningBot, connect } from '../../src/slack/connect';
import { type LocalSlack, startLocalSlack } from '../server/local-slack';
import type { Change } from '../server/workspace';
import type { ApiCall } from '../server/http-front';
import type { BotRequest } from '../server/bot-request';
import { people } from '../story/people';
import { places, TEAM } from '../story/places';
import type { AppFacts, News } from '../wire';
import { FaultSwitches } from './fault-switches';
import { LiveStream } from './live-stream';
import { newsOf } from './news';
import { PageServer } from './page-server';
import { type InstalledApp, readManifest } from './read-manifest';
import { Recorder } from './recorder';
import { setTheStage, STORY_AGE } from './set-the-stage';
import { snapshotOf } from './snapshot';
import { WatchedRules } from './watched-rules';

export interface PlaygroundOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly mode: 'http' | 'socket';
  /** The folder of rules. */
  readonly rules: string;
  readonly log: Logger;
  readonly tell: (sentence: string) => void;
}

interface RunningPlayground {
  /** Such as http://127.0.0.1:4000 */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a local Slack with its story, the real bot in it, and the page.
 *
 * @throws FaultyRulesError, RulesFolderError, and Error where the port is taken
 */
export async function startPlayground(options: PlaygroundOptions): Promise<RunningPlayground> {
  const { mode, port, log } = options;
  const tell = (news: News): void => {
    stream.tell(news);
  };
  const app = readManifest();
  const slack = await openWorkspace(app, mode);
  const recorder = new Recorder((step) => {
    tell({ type: 'step', step });
  });
  const rules = new WatchedRules(options.rules, {
    sentence: options.tell,
    routed: (answer) => {
      recorder.routed(answer);
    },
    changed: (report) => {
      tell({ type: 'rules', rules: report });
    },
  });
  const faults = new FaultSwitches(slack, (state) => {
    tell({ type: 'faults', faults: state });
  });
  const stream = new LiveStream(() =>
    snapshotOf({
      slack,
      mode,
      app: factsOf(slack, app),
      steps: recorder.steps,
      faults: faults.state,
      rules: rules.report,
    }),
  );
  const commands = app.commands.map(({ command }) => command);
  const page = new PageServer({ stage: { slack, faults, commands }, stream });
  const url = await page.listen(port);
  const bot = await startBot({ slack, rules, mode, log });
  slack.on('change', (change) => {
    record(recorder, change);
    const news = newsOf(slack, change);
    if (news !== undefined) tell(news);
  });
  const stop = async (): Promise<void> => {
    rules.stop();
    await page.stop();
    await bot.stop();
    await slack.stop();
  };
  return { url, stop };
}

async function openWorkspace(app: InstalledApp, mode: 'http' | 'socket'): Promise<LocalSlack> {
  const clock = { lag: STORY_AGE };
  const slack = await startLocalSlack({
    mode,
    users: people,
    channels: places,
    scopes: app.scopes,
    botEvents: app.botEvents,
    teamDomain: 'field-playground',
    now: () => Date.now() - clock.lag,
  });
  await setTheStage(slack, (milliseconds) => {
    clock.lag -= milliseconds;
  });
  for (const { id } of people) slack.directChannel(id);
  clock.lag = 0;
  return slack;
}

interface BotParts {
  readonly slack: LocalSlack;
  readonly rules: WatchedRules;
  readonly mode: 'http' | 'socket';
  readonly log: Logger;
}

/** The same bot as `npm start` runs, with the local Slack's address in place of Slack's. */
async function startBot({ slack, rules, mode, log }: BotParts): Promise<RunningBot> {
  const bot = await connect(
    {
      botToken: 'xoxb-local',
      mode:
        mode === 'socket'
          ? { kind: 'socket', appToken: 'xapp-local' }
          : { kind: 'http', signingSecret: 'local-signing-secret' },
      apiUrl: slack.apiUrl,
      port: 0,
      host: '127.0.0.1',
      teamChannel: TEAM,
    },
    { rules: () => rules.current(), notes: () => rules.notes(), log },
  );
  if (mode === 'http') slack.eventsUrl = `http://127.0.0.1:${bot.port}/slack/events`;
  return bot;
}

function factsOf(slack: LocalSlack, { name, commands, shortcuts }: InstalledApp): AppFacts {
  const bot = slack.users.find((user) => user.real_name === name);
  return { userId: bot?.id ?? '', name, commands, shortcuts };
}

function record(recorder: Recorder, { kind, what }: Change): void {
  if (kind === 'request') recorder.request(what as BotRequest);
  if (kind === 'call') recorder.call(what as ApiCall);
}
