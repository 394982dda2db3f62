import type { AddressInfo } from 'node:net';
import { App } from '@slack/bolt';
import { type Logger as Pino } from 'pino';
import type { OpenedRules } from '../loader/open-rule-book';
import { keepByBook } from '../answer/memoize-by-book';
import { fallbackChannel } from '../answer/fallback-channel';
import type { ChannelIds } from './blocks/mrkdwn';
import type { Store } from '../store/store';
import type { Bot } from './bot';
import { endVisibly } from './middleware/error-reply';
import { Flood, type FloodLimits } from './middleware/rate-limiter';
import { holdEvents } from './middleware/ack-after-processing';
import type { Readiness } from './transport/health-endpoints';
import { askIdentity, type Identity } from './identity';
import { knownOnly } from './known-only';
import { registerListeners } from './register-listeners';
import { boltLogger } from './bolt-logger';
import { placeToAsk } from './fallback-channel';
import { Reach } from './delivery/delivery-health';
import { type Front, type Mode, openFront } from './transport/create-transport';
import { makeSeal } from './signed-value';
import { ServedTeams } from './middleware/allowed-teams';
import { CALL_PATIENCE, slackFetch } from './delivery/slack-fetch';
import { UnderWay } from './in-flight';

/** How the bot reaches Slack, and Slack the bot. */
export interface Connection {
  readonly botToken: string;
  readonly mode: Mode;
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
  readonly flood?: FloodLimits;
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
  readonly rules: () => OpenedRules;
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
export async function connect(
  connection: Connection,
  surroundings: Surroundings,
): Promise<RunningBot> {
  const { notes = () => [], store, log } = surroundings;
  const logger = boltLogger(log);
  const state = { ready: false, stopping: false };
  const asked = askIdentity(connection.botToken, { ...clientOptions(connection), logger });
  const [identity] = await Promise.all([asked, store.opened(STORE_PATIENCE)]);
  const bot = makeBot(connection, surroundings, identity);
  const { served, reach } = bot;
  const readiness: Readiness = () => ({
    problems: problemsOf(state, front),
    slack: reach.problems(),
    store: store.problems(),
    notes: [...notes(), ...served.notes(), ...(state.ready ? front.notes() : [])],
  });
  const front: Front = openFront(connection.mode, {
    logger,
    log,
    clientOptions: clientOptions(connection),
    readiness,
    book: () => bot.rules().book,
  });
  registerListeners(makeApp(connection, { bot, front, identity, logger }), bot);
  const server = await front.open(connection);
  state.ready = true;
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      state.stopping = true;
      await front.close(() => bot.underWay.ended(PATIENCE));
      await bot.underWay.ended(PATIENCE);
    },
  };
}

interface AppParts {
  readonly bot: Bot;
  readonly front: Front;
  readonly identity: Identity;
  readonly logger: ReturnType<typeof boltLogger>;
}

function makeApp(connection: Connection, { bot, front, identity, logger }: AppParts): App {
  const fetch = slackFetch(bot.reach);
  const means = { fetch, log: bot.log, place: bot.place };
  const app = new App({
    token: connection.botToken,
    botId: identity.botId,
    botUserId: identity.botUserId,
    tokenVerificationEnabled: false,
    receiver: holdEvents(endVisibly(front.receiver, means)),
    logger,
    clientOptions: { ...clientOptions(connection), ...REPLY, fetch },
    convoStore: false,
    // See the door in `listeners/index.ts`.
    ignoreSelf: false,
  });
  app.error((error) => Promise.reject(error));
  return app;
}

function problemsOf(state: { ready: boolean; stopping: boolean }, front: Front): string[] {
  return [
    ...(state.ready ? [] : ['not connected to Slack yet']),
    ...(state.ready ? front.problems() : []),
    ...(state.stopping ? ['stopping'] : []),
  ];
}

function makeBot(
  connection: Connection,
  { rules, store, log }: Surroundings,
  { teams }: Identity,
): Bot {
  return {
    rules,
    channels: () => knownChannels(rules(), connection.teamChannel),
    place: placeToAsk(rules),
    seal: makeSeal(connection.botToken),
    log,
    underWay: new UnderWay(),
    store: knownOnly(store, () => rules().book),
    teamUsers: connection.teamUsers,
    served: servedBy(connection, teams, log),
    flood: new Flood(connection.flood),
    reach: new Reach(),
  };
}

/** Serves whom the configuration names, else the token's own. */
function servedBy(
  { allowedTeams = [] }: Connection,
  own: readonly string[],
  log: Pino,
): ServedTeams {
  const isUnset = allowedTeams.length === 0;
  if (!isUnset && !own.some((id) => allowedTeams.includes(id))) {
    log.warn('ALLOWED_TEAMS names neither the workspace nor the organisation of the bot token.');
  }
  return new ServedTeams(new Set(isUnset ? own : allowedTeams));
}

function clientOptions({ apiUrl }: Connection): typeof CLIENT & { slackApiUrl?: string } {
  return { ...CLIENT, ...(apiUrl !== undefined && { slackApiUrl: apiUrl }) };
}

const keptChannels = keepByBook<ChannelIds>();

/** The same object as long as the rule book is in force. */
function knownChannels({ book }: OpenedRules, teamChannel: string | undefined): ChannelIds {
  return keptChannels(book, teamChannel ?? '', () => {
    const channel = fallbackChannel(book);
    return teamChannel === undefined || channel === null ? {} : { [channel]: teamChannel };
  });
}
