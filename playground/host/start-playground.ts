import type { Logger } from 'pino';
import type { BotRequest } from '../../packages/local-slack/src/bot-request';
import type { ApiCall } from '../../packages/local-slack/src/http-front';
import { BOT_USER } from '../../packages/local-slack/src/settings';
import type { Change } from '../../packages/local-slack/src/workspace';
import type { AppFacts, News } from '../wire';
import { FaultSwitches } from './fault-switches';
import { LiveStream } from './live-stream';
import { newsOf } from './news';
import { openPassingStore } from './open-passing-store';
import { openWorkspace } from './open-workspace';
import { PageServer } from './page-server';
import { type InstalledApp, readManifest } from './read-manifest';
import { Recorder } from './recorder';
import { snapshotOf } from './snapshot';
import { startBot } from './start-bot';
import { WatchedRules } from './watched-rules';

export interface PlaygroundOptions {
  /** 0 for any free port. */
  readonly port: number;
  readonly mode: 'http' | 'socket';
  /** The folder of rules. */
  readonly rules: string;
  readonly log: Logger;
  /** Called with one sentence when something takes long. */
  readonly tell: (sentence: string) => void;
}

export interface RunningPlayground {
  /** Such as http://127.0.0.1:4000 */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a local Slack with its story, the real bot in it, and the page.
 *
 * @throws FaultyRulesError, RulesFolderError, and Error if the port is in use
 */
export async function startPlayground(options: PlaygroundOptions): Promise<RunningPlayground> {
  const { mode, log } = options;
  const news = new LiveStream();
  const recorder = new Recorder((step) => {
    news.tell({ type: 'step', step });
  });
  const rules = watchRules(options, { recorder, news });
  const app = readManifest();
  const { teamChannel } = rules;
  const slack = await openWorkspace({ app, mode, teamChannel });
  const faults = new FaultSwitches(slack, (state) => {
    news.tell({ type: 'faults', faults: state });
  });
  const facts = factsOf(app);
  news.greet = () =>
    snapshotOf({
      slack,
      mode,
      app: facts,
      steps: recorder.steps,
      faults: faults.state,
      rules: rules.report,
    });
  slack.on('change', (change) => {
    record(recorder, change);
    tellPages(news, newsOf(slack, change));
  });
  const commands = app.commands.map(({ command }) => command);
  const page = new PageServer({ stage: { slack, faults, commands }, news });
  const running: Stoppable[] = [slack, rules, page];
  try {
    const url = await page.listen(options.port);
    const { store, stop } = await openPassingStore(log);
    running.push({ stop });
    running.push(await startBot(slack, { rules, mode, store, log }));
    return { url, stop: () => stopAll(running) };
  } catch (error) {
    await stopAll(running);
    throw error;
  }
}

interface Stoppable {
  readonly stop: () => Promise<void> | void;
}

/** Stops in reverse order: the bot needs the local Slack to finish in-flight requests. */
async function stopAll(running: readonly Stoppable[]): Promise<void> {
  for (const one of running.toReversed()) await one.stop();
}

function watchRules(
  { rules, tell }: PlaygroundOptions,
  { recorder, news }: { recorder: Recorder; news: LiveStream },
): WatchedRules {
  return new WatchedRules(rules, {
    sentence: tell,
    routed: (answer) => {
      recorder.routed(answer);
    },
    changed: (report) => {
      news.tell({ type: 'rules', rules: report });
    },
  });
}

function factsOf({ name, commands, shortcuts }: InstalledApp): AppFacts {
  return { userId: BOT_USER, name, commands, shortcuts };
}

function record(recorder: Recorder, { kind, what }: Change): void {
  if (kind === 'request') recorder.request(what as BotRequest);
  if (kind === 'call') recorder.call(what as ApiCall);
}

function tellPages(news: LiveStream, told: News | undefined): void {
  if (told !== undefined) news.tell(told);
}
