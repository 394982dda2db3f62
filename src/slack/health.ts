import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** How the bot stands. */
export type Readiness = () => {
  /** Why it cannot answer; empty when it can. */
  readonly problems: readonly string[];
  /** Why Slack took the last words from nobody; a command needs no token, and is answered all the same. */
  readonly slack: readonly string[];
  /** Why it remembers nothing, and cannot tell other copies what it answers; it answers all the same. */
  readonly store: readonly string[];
  /** What an operator should know though it answers. */
  readonly notes: readonly string[];
};

interface HealthRoute {
  readonly path: string;
  readonly method: string;
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void;
}

/**
 * `/healthz`: the process lives. `/readyz`: everything is as it should be, or what is not. `/readyz?except=store,slack`:
 * it is of use; for what takes a bot off a load balancer, since every copy would go when their store or token does.
 */
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
      handler: ({ url = '' }, response) => {
        const { problems, slack, store, notes } = readiness();
        const except = exceptions(url);
        const counted = [
          ...problems,
          ...(except.includes('slack') ? [] : slack),
          ...(except.includes('store') ? [] : store),
        ];
        const ok = counted.length === 0;
        const body = { ok, problems: [...problems, ...slack, ...store] };
        reply(response, ok ? 200 : 503, { ...body, ...(notes.length > 0 && { notes }) });
      },
    },
  ];
}

/** A server for the health checks alone: Socket Mode needs no other. */
export function healthServer(readiness: Readiness): Server {
  const routes = healthRoutes(readiness);
  return createServer((request, response) => {
    const [asked] = (request.url ?? '').split('?');
    const route = routes.find(({ path, method }) => path === asked && method === request.method);
    if (route === undefined) reply(response, 404, { ok: false });
    else route.handler(request, response);
  });
}

/** What the asker does not want counted. */
function exceptions(url: string): readonly string[] {
  const query = new URLSearchParams(url.split('?')[1] ?? '');
  return (query.get('except') ?? '').split(',');
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
