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
import { describeError } from './describe-error';
import { holdEvents, NotYet } from './hold-events';
import { healthRoutes, healthServer, type Readiness } from './health';
import { registerListeners } from './listeners';
import { boltLogger } from './logger';
import { makeSeal } from './seal';
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

/** A reply must not hang: Slack shows an error after 3 s, and its client retries for half an hour by default. */
const CLIENT = {
  retryConfig: { retries: 1, minTimeout: 200 },
  timeout: 5000,
  allowAbsoluteUrls: false,
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
  { rules, notes = () => [], store, log }: Surroundings,
): Promise<RunningBot> {
  const logger = boltLogger(log);
  const state: ConnectionState = { ready: false, connected: true, stopping: false };
  const readiness = readinessOf(state, { notes, store });
  const receiver = makeReceiver(connection, { logger, readiness });
  if (receiver instanceof SocketModeReceiver) watchSocket(receiver, state);
  const app = new App({
    token: connection.botToken,
    receiver: holdEvents(receiver),
    logger,
    clientOptions: clientOptions(connection),
    convoStore: false,
    deferInitialization: true,
  });
  const bot: Bot = {
    rules,
    channels: () => knownChannels(rules(), connection.teamChannel),
    seal: makeSeal(connection.botToken),
    log,
    underWay: new UnderWay(),
    store,
    teamUsers: connection.teamUsers,
  };
  registerListeners(app, bot);
  app.error((error) => {
    if (!(error instanceof NotYet)) {
      log.error({ error: describeError(error) }, 'a listener failed');
    }
    return Promise.reject(error);
  });
  await Promise.all([app.init(), store.opened(STORE_PATIENCE)]);
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

interface ConnectionState {
  ready: boolean;
  connected: boolean;
  stopping: boolean;
}

function readinessOf(
  state: ConnectionState,
  { notes, store }: { notes: () => readonly string[]; store: Store },
): Readiness {
  return () => ({
    problems: [
      ...(state.ready ? [] : ['not connected to Slack yet']),
      ...(state.connected ? [] : ['the socket to Slack is down']),
      ...(state.stopping ? ['stopping'] : []),
    ],
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
