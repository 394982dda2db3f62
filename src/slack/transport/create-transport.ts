import { once } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Receiver } from '@slack/bolt';
import type { Logger as BoltLogger } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { Logger } from 'pino';
import type { RuleBook } from '../../rule-book/types';
import { healthEndpoints, type Readiness } from './health-endpoints';
import { createHttpServer } from './http-server';
import { HttpReceiver } from './http-receiver';
import { LoadShedder } from './load-shedder';
import { Refusals } from './refusals';
import { SocketReceiver } from './socket-receiver';

/** How Slack reaches the bot. */
export type TransportMode =
  | { readonly kind: 'http'; readonly signingSecret: string }
  | {
      readonly kind: 'socket';
      readonly appToken: string;
      /** WebSockets that are open at once. */
      readonly connections: number;
    };

/** Where requests and health checks come in. */
export interface Transport {
  readonly receiver: Receiver;
  /** Why Slack cannot reach the bot now; empty where it can. */
  problems(): readonly string[];
  /** What an operator should know though Slack can reach it. */
  notes(): readonly string[];
  /** Begins to take requests; resolves with the server, which answers the health checks too. */
  open(place: Place): Promise<Server>;
  /**
   * Takes no more requests, and resolves when those under way are answered, or nobody can wait any longer.
   *
   * @param ended resolves when no work is under way any more
   */
  close(ended: () => Promise<void>): Promise<void>;
}

interface Place {
  readonly host: string;
  readonly port: number;
}

interface Parts {
  readonly logger: BoltLogger;
  readonly log: Logger;
  readonly clientOptions: WebClientOptions;
  readonly readiness: Readiness;
  readonly book: () => RuleBook;
}

/** How long requests under way may take to end, in milliseconds: less than the 10 s that supervisors grant. */
const PATIENCE = 8000;

/** How long a socket may take to say goodbye: its other end may be gone. */
const GOODBYE = 2000;

/** The way in that a mode asks for. */
export function createTransport(mode: TransportMode, parts: Parts): Transport {
  const shared = { ...parts, load: new LoadShedder(), refusals: new Refusals(parts.log) };
  const health = healthEndpoints(parts.readiness);
  return mode.kind === 'http'
    ? httpFront(new HttpReceiver({ ...shared, ...mode, health }))
    : socketFront(new SocketReceiver({ ...shared, ...mode }), createHttpServer(health));
}

function httpFront(receiver: HttpReceiver): Transport {
  return {
    receiver,
    problems: () => [],
    notes: () => [],
    open: (place) => receiver.start(place),
    close: () => atMost(PATIENCE, receiver.stop()),
  };
}

/** Socket Mode needs a server for the health checks alone. */
function socketFront(receiver: SocketReceiver, server: Server): Transport {
  return {
    receiver,
    problems: () => receiver.problems(),
    notes: () => receiver.notes(),
    async open(place) {
      server.listen(place);
      await once(server, 'listening');
      await receiver.start();
      return server;
    },
    async close(ended) {
      receiver.refuseNew();
      // The acknowledgements of work under way still need the connection.
      await ended();
      await atMost(GOODBYE, receiver.stop());
      server.close();
    },
  };
}

/** Resolves after so many milliseconds at the latest, and keeps no process alive for it. */
async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  await Promise.race([work, delay(ms, undefined, { ref: false })]);
}
