import type { AddressInfo } from 'node:net';
import { App } from '@slack/bolt';
import { type FetchFunction, WebClient } from '@slack/web-api';
import type { Logger as Pino } from 'pino';
import type { OpenRuleBook } from '../loader/open-rule-book';
import { fallbackChannel } from '../answer/fallback-channel';
import type { ChannelIds } from './blocks/mrkdwn';
import type { Store } from '../store/store';
import { readVersion } from '../version';
import type { Bot } from './bot';
import { ThreadMemory } from './features/ask/thread-memory';
import { startReminders } from './features/escalate/reminder';
import { RateLimiter, type RateLimits } from './middleware/rate-limiter';
import type { Readiness } from './transport/health-endpoints';
import { askIdentity, type Identity } from './identity';
import { registerListeners } from './register-listeners';
import { boltLogger } from './bolt-logger';
import { createFallbackChannel } from './fallback-channel';
import { DeliveryHealth } from './delivery/delivery-health';
import { type Transport, type TransportMode, createTransport } from './transport/create-transport';
import { createSigner } from './signed-value';
import { AllowedTeams } from './middleware/allowed-teams';
import { slackFetch } from './delivery/slack-fetch';
import { openNetwork, type ProxySettings } from './network/open-network';
import { ErrorReply } from './error-reply';
import { InFlight } from './in-flight';
import { Pipeline } from './pipeline';
import { StopDeadline, TIMEOUTS } from './timeouts';
import { LoadShedder } from './transport/load-shedder';
import { Refusals } from './transport/refusals';
import { resultWithin } from './with-timeout';

/** How the bot reaches Slack, and Slack the bot. */
export interface SlackSettings {
  readonly botToken: string;
  readonly mode: TransportMode;
  readonly apiUrl: string | undefined;
  /** Proxies on the way to Slack; none by default. */
  readonly proxy?: ProxySettings;
  readonly port: number;
  readonly host: string;
  /** Channel id of the team's channel. */
  readonly teamChannel: string | undefined;
  /** Ids of the users who see the team's Home. */
  readonly teamUsers: readonly string[];
  /** Ids of the workspaces and organisations served; none: those of the token. */
  readonly allowedTeams?: readonly string[];
  /** How much one person may ask; by default what nobody types and a loop soon does. */
  readonly rateLimits?: RateLimits;
}

export interface RunningBot {
  /** Where requests and health checks come in; the port that was taken where 0 was asked for. */
  readonly port: number;
  /** What `/readyz` shows. */
  readonly readiness: Readiness;
  /** Takes no more requests, finishes those in flight, and resolves: at the deadline, whatever is left. */
  stop(deadline?: StopDeadline): Promise<void>;
}

/** At the start: Slack's client retries for half an hour by default. */
const CLIENT = {
  retryConfig: { retries: 1, minTimeout: 200 },
  timeout: TIMEOUTS.startCall,
  allowAbsoluteUrls: false,
};

/**
 * A reply must not hang: the person sees an error after 3 s. The client tries again what fails at once; what Slack limits
 * for a while goes over another channel.
 */
const REPLY = {
  ...CLIENT,
  retryConfig: { retries: 1, minTimeout: 100, maxRetryTime: 500 },
  timeout: TIMEOUTS.replyCall,
  rejectRateLimitedCalls: true,
};

/** Slack may take a post and lose its response: a second try would post it twice. */
const SINGLE_TRY = { ...REPLY, retryConfig: { retries: 0 } };

interface Surroundings {
  /** Gives the rule book in force. */
  readonly rules: () => OpenRuleBook;
  /** What `/readyz` says beside: nothing that keeps the bot from answering. */
  readonly notes?: () => readonly string[];
  readonly store: Store;
  readonly log: Pino;
}

/**
 * Connects the bot to Slack over HTTP or Socket Mode and starts it.
 *
 * @throws Error of Slack's client where the token is refused or Slack cannot be reached
 */
export async function startSlackApp(
  settings: SlackSettings,
  surroundings: Surroundings,
): Promise<RunningBot> {
  const { notes = () => [], store, log } = surroundings;
  const logger = boltLogger(log);
  const state: State = { ready: false, stopping: false };
  const network = openNetwork(settings.proxy, settings.apiUrl);
  const startOptions = { ...clientOptions(settings), fetch: network.fetch };
  const asked = askIdentity(settings.botToken, { ...startOptions, logger });
  const [identity] = await Promise.all([asked, store.opened(TIMEOUTS.storeOpen)]);
  const deliveryHealth = new DeliveryHealth();
  const fetch = slackFetch(deliveryHealth, network.fetch);
  const bot = {
    ...makeBot(settings, surroundings, identity),
    deliveryHealth,
    singleTryClient: makeSingleTryClient(settings, { fetch, logger }),
  };
  const refusals = new Refusals(log);
  const pipeline = makePipeline({ bot, fetch, refusals });
  const readiness: Readiness = () => readinessOf(state, { bot, transport, notes: notes() });
  const transport: Transport = createTransport(settings.mode, {
    logger,
    log,
    refusals,
    clientOptions: startOptions,
    dispatcher: network.dispatcher,
    readiness,
    handle: (request) => pipeline.handle(request),
    refuseNew: () => {
      pipeline.refuseNew();
    },
  });
  registerListeners(makeApp(settings, { pipeline, fetch, identity, logger }), bot);
  const server = await transport.open(settings);
  state.ready = true;
  const reminders = startReminders({ ...bot, client: bot.singleTryClient, now: Date.now });
  return {
    port: (server.address() as AddressInfo).port,
    readiness,
    async stop(deadline = new StopDeadline()) {
      state.stopping = true;
      clearInterval(reminders);
      await transport.close(deadline, () => bot.inFlight.drained());
      await resultWithin(bot.inFlight.drained(), deadline.timeToDrain());
    },
  };
}

interface PipelineParts {
  readonly bot: Bot;
  readonly fetch: FetchFunction;
  readonly refusals: Refusals;
}

function makePipeline({ bot, fetch, refusals }: PipelineParts): Pipeline {
  return new Pipeline({
    inFlight: bot.inFlight,
    loadShedder: new LoadShedder(),
    errorReply: new ErrorReply({ ...bot, fetch, refusals }),
    log: bot.log,
  });
}

interface AppParts {
  readonly pipeline: Pipeline;
  readonly fetch: FetchFunction;
  readonly identity: Identity;
  readonly logger: ReturnType<typeof boltLogger>;
}

function makeApp(settings: SlackSettings, { pipeline, fetch, identity, logger }: AppParts): App {
  const app = new App({
    token: settings.botToken,
    botId: identity.botId,
    botUserId: identity.botUserId,
    tokenVerificationEnabled: false,
    receiver: pipeline,
    logger,
    clientOptions: { ...clientOptions(settings), ...REPLY, fetch },
    convoStore: false,
    // See `middleware/access-control.ts`.
    ignoreSelf: false,
  });
  // The pipeline sends the error reply.
  app.error((error) => Promise.reject(error));
  return app;
}

const { version, revision } = readVersion();
const VERSION = revision === null ? version : `${version} (${revision})`;

interface State {
  ready: boolean;
  stopping: boolean;
}

function readinessOf(
  state: State,
  { bot, transport, notes }: { bot: Bot; transport: Transport; notes: readonly string[] },
): ReturnType<Readiness> {
  return {
    problems: problemsOf(state, transport),
    slack: bot.deliveryHealth.problems(),
    store: bot.store.problems(),
    notes: [...notes, ...bot.allowedTeams.notes(), ...(state.ready ? transport.notes() : [])],
    version: VERSION,
  };
}

function problemsOf(state: State, transport: Transport): string[] {
  return [
    ...(state.ready ? [] : ['not connected to Slack yet']),
    ...(state.ready ? transport.problems() : []),
    ...(state.stopping ? ['stopping'] : []),
  ];
}

function makeBot(
  settings: SlackSettings,
  { rules, store, log }: Surroundings,
  { teams }: Identity,
): Omit<Bot, 'deliveryHealth' | 'singleTryClient'> {
  return {
    rules,
    channels: () => knownChannels(rules(), settings.teamChannel),
    fallbackChannel: createFallbackChannel(rules),
    sign: createSigner(settings.botToken),
    log,
    inFlight: new InFlight(),
    store,
    teamUsers: settings.teamUsers,
    allowedTeams: servedBy(settings, teams, log),
    rateLimiter: new RateLimiter(settings.rateLimits),
    threadMemory: new ThreadMemory(),
  };
}

function makeSingleTryClient(
  settings: SlackSettings,
  { fetch, logger }: Pick<AppParts, 'fetch' | 'logger'>,
): WebClient {
  const options = { ...clientOptions(settings), ...SINGLE_TRY, fetch, logger };
  return new WebClient(settings.botToken, options);
}

/** Serves whom the configuration names, else the token's own. */
function servedBy(
  { allowedTeams = [] }: SlackSettings,
  own: readonly string[],
  log: Pino,
): AllowedTeams {
  const isUnset = allowedTeams.length === 0;
  if (!isUnset && !own.some((id) => allowedTeams.includes(id))) {
    log.warn("ALLOWED_TEAMS does not include the bot token's workspace or organization.");
  }
  return new AllowedTeams(new Set(isUnset ? own : allowedTeams));
}

function clientOptions({ apiUrl }: SlackSettings): typeof CLIENT & { slackApiUrl?: string } {
  return { ...CLIENT, ...(apiUrl !== undefined && { slackApiUrl: apiUrl }) };
}

/** The team's channel by its name, where its id is set. */
function knownChannels({ book }: OpenRuleBook, teamChannel: string | undefined): ChannelIds {
  const channel = fallbackChannel(book);
  return teamChannel === undefined || channel === null ? {} : { [channel]: teamChannel };
}
