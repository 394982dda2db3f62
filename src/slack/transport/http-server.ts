import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';

/**
 * In milliseconds. Slack waits 3 s for an answer: what takes longer to come in is not asked any more. An idle socket
 * lives a little longer than load balancers keep theirs (60 s), so that none sends into one that is just being closed.
 */
const TIMES: ServerOptions = {
  headersTimeout: 3000,
  requestTimeout: 5000,
  connectionsCheckingInterval: 1000,
  keepAliveTimeout: 65_000,
};

/** Some 10 KB each, where they are idle: more than a load balancer opens, and less than fills the memory. */
const MOST_CONNECTIONS = 2000;

/** An HTTP server that waits for no one: slow, silent and superfluous connections are closed. */
export function createHttpServer(listener: RequestListener): Server {
  const server = createServer(TIMES, listener);
  server.maxConnections = MOST_CONNECTIONS;
  return server;
}
