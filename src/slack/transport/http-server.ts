import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';

/**
 * In milliseconds. Slack waits 3 s for an answer, so a request that takes longer to arrive is of no use. An idle socket
 * lives a little longer than those of load balancers (60 s), so that none of them sends into a socket that is closing.
 */
const TIMES: ServerOptions = {
  headersTimeout: 3000,
  requestTimeout: 5000,
  connectionsCheckingInterval: 1000,
  keepAliveTimeout: 65_000,
};

/** An idle connection takes about 10 KB. A load balancer opens fewer than this, and they don't fill the memory. */
export const MOST_CONNECTIONS = 2000;

/** From here on, idle connections make room for new ones. */
const CROWDED = 0.9 * MOST_CONNECTIONS;

/**
 * Makes an HTTP server that closes slow and silent connections. When many connections are open, it closes the idle
 * ones, so that they cannot shut out health checks.
 *
 * @param dropped called for each connection that the server refuses because too many are busy
 */
export function createHttpServer(listener: RequestListener, dropped: () => void): Server {
  const server = createServer(TIMES, listener);
  server.maxConnections = MOST_CONNECTIONS;
  let open = 0;
  server.on('connection', (socket) => {
    open += 1;
    socket.once('close', () => {
      open -= 1;
    });
    if (open > CROWDED) server.closeIdleConnections();
  });
  server.on('drop', dropped);
  return server;
}
