import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Logger as BoltLogger } from '@slack/bolt';
import type { Network } from '../network/open-network';
import type { WebClientOptions } from '@slack/web-api';
import type { Logger } from 'pino';
import type { IncomingRequest } from '../pipeline';
import type { StopDeadline } from '../timeouts';
import { resultWithin } from '../with-timeout';
import { healthEndpoints, type Readiness } from './health-endpoints';
import { createHttpServer } from './http-server';
import { HttpReceiver } from './http-receiver';
import { noteDrops, type Refusals } from './refusals';
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
  /** Why Slack cannot reach the bot now; empty where it can. */
  problems(): readonly string[];
  /** What an operator should know though Slack can reach it. */
  notes(): readonly string[];
  /** Begins to take requests; resolves with the server, which answers the health checks too. */
  open(place: Place): Promise<Server>;
  /**
   * Closes the connections. Resolves when the requests in flight are answered, or at the deadline.
   *
   * @param drained resolves when no work is in flight any more
   */
  close(deadline: StopDeadline, drained: () => Promise<void>): Promise<void>;
}

interface Place {
  readonly host: string;
  readonly port: number;
}

interface Parts {
  readonly logger: BoltLogger;
  readonly log: Logger;
  readonly clientOptions: WebClientOptions;
  readonly dispatcher: Network['dispatcher'];
  readonly readiness: Readiness;
  readonly refusals: Refusals;
  /** Handles a request to its end. */
  readonly handle: (request: IncomingRequest) => Promise<void>;
  /** From now on it answers a new request only with a refusal. */
  readonly refuseNew: () => void;
}

/** The transport of a mode. */
export function createTransport(mode: TransportMode, parts: Parts): Transport {
  const health = healthEndpoints(parts.readiness);
  return mode.kind === 'http'
    ? httpTransport(new HttpReceiver({ ...parts, ...mode, health }))
    : socketTransport(new SocketReceiver({ ...parts, ...mode }), {
        server: createHttpServer(health, noteDrops(parts.refusals)),
        refuseNew: parts.refuseNew,
      });
}

function httpTransport(receiver: HttpReceiver): Transport {
  return {
    problems: () => [],
    notes: () => [],
    open: (place) => receiver.start(place),
    async close(deadline) {
      await resultWithin(receiver.stop(), deadline.timeToDrain());
    },
  };
}

/** Socket Mode needs a server for the health checks alone. */
function socketTransport(
  receiver: SocketReceiver,
  { server, refuseNew }: { server: Server; refuseNew: () => void },
): Transport {
  return {
    problems: () => receiver.problems(),
    notes: () => receiver.notes(),
    async open(place) {
      server.listen(place);
      await once(server, 'listening');
      await receiver.start();
      return server;
    },
    async close(deadline, drained) {
      refuseNew();
      // The acknowledgements of work in flight still need the connection.
      await resultWithin(drained(), deadline.timeToDrain());
      await resultWithin(receiver.stop(), deadline.timeFor('socketClose'));
      server.close();
    },
  };
}
