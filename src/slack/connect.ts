import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import {
  App,
  HTTPModuleFunctions,
  HTTPReceiver,
  type Logger,
  type Receiver,
  type ReceiverProcessEventErrorHandlerArgs,
  SocketModeReceiver,
} from '@slack/bolt';
import { type Logger as Pino } from 'pino';
import type { OpenedRules } from '../cache/open-rules';
import { keepByBook } from '../replies/keep-by-book';
import { fallbackChannel } from '../replies/fallback-channel';
import type { ChannelIds } from '../replies/slack/mrkdwn';
import type { Store } from '../store/store';
import type { Bot } from './bot';
import { endVisibly } from './end-visibly';
import { Flood, type FloodLimits } from './flood';
import { holdEvents, NotYet } from './hold-events';
import { healthRoutes, healthServer, type Readiness } from './health';
import { askIdentity, type Identity } from './identity';
import { registerListeners } from './listeners';
import { boltLogger } from './logger';
import { placeToAsk } from './place-to-ask';
import { Reach } from './reach';
import { makeSeal } from './seal';
import { ServedTeams } from './served-teams';
import { CALL_PATIENCE, slackFetch } from './slack-fetch';
import { UnderWay } from './under-way';

/** How the bot reaches Slack, and Slack the bot. */
export interface Connection {
  readonly botToken: string;
  readonly mode:
    | { readonly kind: 'http'; readonly signingSecret: string }
    | { readonly kind: 'socket'; readonly appToken: string };
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

/** How long a socket may take to say goodbye: its other end may be gone. */
const GOODBYE = 2000;

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
  const state: ConnectionState = { ready: false, connected: true, stopping: false };
  const asked = askIdentity(connection.botToken, { ...clientOptions(connection), logger });
  const [identity] = await Promise.all([asked, store.opened(STORE_PATIENCE)]);
  const bot = makeBot(connection, surroundings, identity);
  const { served, reach } = bot;
  const allNotes = (): string[] => [...notes(), ...served.notes()];
  const readiness = readinessOf(state, { notes: allNotes, store, reach });
  const receiver = makeReceiver(connection, { logger, readiness });
  if (receiver instanceof SocketModeReceiver) watchSocket(receiver, state);
  const fetch = slackFetch(reach);
  const app = new App({
    token: connection.botToken,
    botId: identity.botId,
    botUserId: identity.botUserId,
    tokenVerificationEnabled: false,
    receiver: holdEvents(endVisibly(receiver, { fetch, log, place: bot.place })),
    logger,
    clientOptions: { ...clientOptions(connection), ...REPLY, fetch },
    convoStore: false,
  });
  registerListeners(app, bot);
  app.error((error) => Promise.reject(error));
  const server = await start(app, connection, readiness);
  state.ready = true;
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      state.stopping = true;
      // Over a socket the acknowledgements of work under way still need the connection.
      if (connection.mode.kind === 'socket') await bot.underWay.ended(PATIENCE);
      await Promise.race([
        app.stop(),
        wait(connection.mode.kind === 'socket' ? GOODBYE : PATIENCE),
      ]);
      server.close();
      await bot.underWay.ended(PATIENCE);
    },
  };
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
    store,
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

interface ConnectionState {
  ready: boolean;
  connected: boolean;
  stopping: boolean;
}

function readinessOf(
  state: ConnectionState,
  { notes, store, reach }: { notes: () => readonly string[]; store: Store; reach: Reach },
): Readiness {
  return () => ({
    problems: [
      ...(state.ready ? [] : ['not connected to Slack yet']),
      ...(state.connected ? [] : ['the socket to Slack is down']),
      ...(state.stopping ? ['stopping'] : []),
    ],
    slack: reach.problems(),
    store: store.problems(),
    notes: notes(),
  });
}

/** Resolves after so many milliseconds, and keeps no process alive for it. */
function wait(ms: number): Promise<void> {
  return delay(ms, undefined, { ref: false });
}

/** Keeps `connected` true to the socket's state. */
function watchSocket({ client }: SocketModeReceiver, state: { connected: boolean }): void {
  for (const event of ['connected', 'reconnecting', 'disconnected']) {
    client.on(event, () => {
      state.connected = event === 'connected';
    });
  }
}

function clientOptions({ apiUrl }: Connection): typeof CLIENT & { slackApiUrl?: string } {
  return { ...CLIENT, ...(apiUrl !== undefined && { slackApiUrl: apiUrl }) };
}

interface ReceiverParts {
  readonly logger: ReturnType<typeof boltLogger>;
  readonly readiness: Readiness;
}

function makeReceiver(connection: Connection, { logger, readiness }: ReceiverParts): Receiver {
  const { mode } = connection;
  if (mode.kind === 'socket') {
    return new SocketModeReceiver({
      appToken: mode.appToken,
      logger,
      installerOptions: { clientOptions: clientOptions(connection) },
      processEventErrorHandler: () => Promise.resolve(false),
    });
  }
  return new HTTPReceiver({
    signingSecret: mode.signingSecret,
    endpoints: '/slack/events',
    logger,
    customRoutes: healthRoutes(readiness),
    processEventErrorHandler: refuse,
    unhandledRequestHandler: giveUp,
  });
}

/** What is not done is refused in a way that makes Slack send it again; nothing is wrong that a log should hold. */
async function refuse(args: ReceiverProcessEventErrorHandlerArgs): Promise<boolean> {
  const { error, response } = args;
  if (!(error instanceof NotYet))
    return await HTTPModuleFunctions.defaultProcessEventErrorHandler(args);
  if (!response.headersSent) response.writeHead(503).end();
  return false;
}

/** Slack waits 3 s, and sends an event again then. Bolt asks this of what was refused long ago, too. */
function giveUp({ logger, response }: { logger: Logger; response: ServerResponse }): void {
  if (response.headersSent) return;
  logger.warn('An answer took longer than Slack waits.');
  response.writeHead(503).end();
}

/** Over HTTP the receiver's own server answers the health checks too; Socket Mode gets one for them alone. */
async function start(app: App, connection: Connection, readiness: Readiness): Promise<Server> {
  const { host, port, mode } = connection;
  if (mode.kind === 'http') return await app.start({ host, port });
  const server = healthServer(readiness);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  await app.start();
  return server;
}

const keptChannels = keepByBook<ChannelIds>();

/** The same object as long as the rule book is in force. */
function knownChannels({ book }: OpenedRules, teamChannel: string | undefined): ChannelIds {
  return keptChannels(book, teamChannel ?? '', () => {
    const channel = fallbackChannel(book);
    return teamChannel === undefined || channel === null ? {} : { [channel]: teamChannel };
  });
}
