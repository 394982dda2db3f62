import type { AddressInfo } from 'node:net';
import { App } from '@slack/bolt';
import { type Logger as Pino } from 'pino';
import type { OpenRuleBook } from '../loader/open-rule-book';
import { memoizeByBook } from '../answer/memoize-by-book';
import { fallbackChannel } from '../answer/fallback-channel';
import type { ChannelIds } from './blocks/mrkdwn';
import type { Store } from '../store/store';
import type { Bot } from './bot';
import { withErrorReply } from './middleware/error-reply';
import { RateLimiter, type RateLimits } from './middleware/rate-limiter';
import { ackAfterProcessing } from './middleware/ack-after-processing';
import type { Readiness } from './transport/health-endpoints';
import { askIdentity, type Identity } from './identity';
import { registerListeners } from './register-listeners';
import { boltLogger } from './bolt-logger';
import { createFallbackChannel } from './fallback-channel';
import { DeliveryHealth } from './delivery/delivery-health';
import { type Transport, type TransportMode, createTransport } from './transport/create-transport';
import { createSigner } from './signed-value';
import { AllowedTeams } from './middleware/allowed-teams';
import { CALL_PATIENCE, slackFetch } from './delivery/slack-fetch';
import { InFlight } from './in-flight';

/** How the bot reaches Slack, and Slack the bot. */
export interface SlackSettings {
  readonly botToken: string;
  readonly mode: TransportMode;
  readonly apiUrl: string | undefined;
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
  /** Takes no more requests, finishes those under way, and resolves. */
  stop(): Promise<void>;
}

/** How long a stop waits for work under way, in milliseconds: less than the 10 s that supervisors grant. */
const PATIENCE = 8000;

/** How long the start waits for the store, in milliseconds: the first request shall find it open. */
const STORE_PATIENCE = 3000;

/** At the start: Slack's client retries for half an hour by default. */
const CLIENT = {
  retryConfig: { retries: 1, minTimeout: 200 },
  timeout: 5000,
  allowAbsoluteUrls: false,
};

/**
 * A reply must not hang: whoever asked sees an error after 3 s. What fails at once is tried again; what Slack does not
 * want to hear for a while is said in another way.
 */
const REPLY = {
  ...CLIENT,
  retryConfig: { retries: 1, minTimeout: 100, maxRetryTime: 500 },
  timeout: CALL_PATIENCE,
  rejectRateLimitedCalls: true,
};

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
  const state = { ready: false, stopping: false };
  const asked = askIdentity(settings.botToken, { ...clientOptions(settings), logger });
  const [identity] = await Promise.all([asked, store.opened(STORE_PATIENCE)]);
  const bot = makeBot(settings, surroundings, identity);
  const { allowedTeams, deliveryHealth } = bot;
  const readiness: Readiness = () => ({
    problems: problemsOf(state, transport),
    slack: deliveryHealth.problems(),
    store: store.problems(),
    notes: [...notes(), ...allowedTeams.notes(), ...(state.ready ? transport.notes() : [])],
  });
  const transport: Transport = createTransport(settings.mode, {
    logger,
    log,
    clientOptions: clientOptions(settings),
    readiness,
    book: () => bot.rules().book,
  });
  registerListeners(makeApp(settings, { bot, front: transport, identity, logger }), bot);
  const server = await transport.open(settings);
  state.ready = true;
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      state.stopping = true;
      await transport.close(() => bot.inFlight.drained(PATIENCE));
      await bot.inFlight.drained(PATIENCE);
    },
  };
}

interface AppParts {
  readonly bot: Bot;
  readonly front: Transport;
  readonly identity: Identity;
  readonly logger: ReturnType<typeof boltLogger>;
}

function makeApp(
  settings: SlackSettings,
  { bot, front: transport, identity, logger }: AppParts,
): App {
  const fetch = slackFetch(bot.deliveryHealth);
  const means = { fetch, log: bot.log, place: bot.fallbackChannel };
  const app = new App({
    token: settings.botToken,
    botId: identity.botId,
    botUserId: identity.botUserId,
    tokenVerificationEnabled: false,
    receiver: ackAfterProcessing(withErrorReply(transport.receiver, means)),
    logger,
    clientOptions: { ...clientOptions(settings), ...REPLY, fetch },
    convoStore: false,
    // See the door in `listeners/index.ts`.
    ignoreSelf: false,
  });
  app.error((error) => Promise.reject(error));
  return app;
}

function problemsOf(state: { ready: boolean; stopping: boolean }, transport: Transport): string[] {
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
): Bot {
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
    deliveryHealth: new DeliveryHealth(),
  };
}

/** Serves whom the configuration names, else the token's own. */
function servedBy(
  { allowedTeams = [] }: SlackSettings,
  own: readonly string[],
  log: Pino,
): AllowedTeams {
  const isUnset = allowedTeams.length === 0;
  if (!isUnset && !own.some((id) => allowedTeams.includes(id))) {
    log.warn('ALLOWED_TEAMS names neither the workspace nor the organisation of the bot token.');
  }
  return new AllowedTeams(new Set(isUnset ? own : allowedTeams));
}

function clientOptions({ apiUrl }: SlackSettings): typeof CLIENT & { slackApiUrl?: string } {
  return { ...CLIENT, ...(apiUrl !== undefined && { slackApiUrl: apiUrl }) };
}

const keptChannels = memoizeByBook<ChannelIds>();

/** The same object as long as the rule book is in force. */
function knownChannels({ book }: OpenRuleBook, teamChannel: string | undefined): ChannelIds {
  return keptChannels(book, teamChannel ?? '', () => {
    const channel = fallbackChannel(book);
    return teamChannel === undefined || channel === null ? {} : { [channel]: teamChannel };
  });
}
