import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpServer } from '../slack/transport/http-server';
import { type Metrics, type MetricSources, openMetrics } from './metrics';

/** The metrics, and the server that shows them. */
export interface RunningMetrics {
  /** The port that was taken where 0 was asked for. */
  readonly port: number;
  stop(): void;
}

/**
 * Answers `GET /metrics` on a port of its own: it stays inside, while Slack reaches the other port.
 *
 * @throws Error where the port cannot be opened
 */
export async function startMetrics(
  place: { readonly host: string; readonly port: number },
  sources: MetricSources,
): Promise<RunningMetrics> {
  const metrics = openMetrics(sources);
  const server = createHttpServer(
    ({ method, url = '' }, response) => {
      if (url.split('?', 1)[0] !== '/metrics') response.writeHead(404).end();
      else if (method !== 'GET') response.writeHead(405, { allow: 'GET' }).end();
      else void tell(response, metrics);
    },
    () => undefined,
  );
  server.listen(place);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    stop() {
      metrics.stop();
      server.close();
      server.closeAllConnections();
    },
  };
}

async function tell(response: ServerResponse, metrics: Metrics): Promise<void> {
  try {
    const body = await metrics.text();
    response.writeHead(200, { 'content-type': metrics.contentType }).end(body);
  } catch {
    response.writeHead(500).end();
  }
}
