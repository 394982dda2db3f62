import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** How the bot stands. */
export type Readiness = () => {
  /** Why it cannot answer; empty when it can. */
  readonly problems: readonly string[];
  /** What an operator should know though it answers. */
  readonly notes: readonly string[];
};

interface HealthRoute {
  readonly path: string;
  readonly method: string;
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void;
}

/** `/healthz`: the process lives. `/readyz`: it can answer, or why not. */
export function healthRoutes(readiness: Readiness): HealthRoute[] {
  return [
    {
      path: '/healthz',
      method: 'GET',
      handler: (_, response) => {
        reply(response, 200, { ok: true });
      },
    },
    {
      path: '/readyz',
      method: 'GET',
      handler: (_, response) => {
        const { problems, notes } = readiness();
        const ok = problems.length === 0;
        reply(response, ok ? 200 : 503, { ok, problems, ...(notes.length > 0 && { notes }) });
      },
    },
  ];
}

/** A server for the health checks alone: Socket Mode needs no other. */
export function healthServer(readiness: Readiness): Server {
  const routes = healthRoutes(readiness);
  return createServer((request, response) => {
    const route = routes.find(
      ({ path, method }) => path === request.url && method === request.method,
    );
    if (route === undefined) reply(response, 404, { ok: false });
    else route.handler(request, response);
  });
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
