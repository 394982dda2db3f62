import type { RequestListener, ServerResponse } from 'node:http';

/** How the bot stands. */
export type Readiness = () => {
  /** Why it cannot answer; empty when it can. */
  readonly problems: readonly string[];
  /** Why Slack refuses what the bot says; a command needs no token, so the bot still answers it. */
  readonly slack: readonly string[];
  /** Why it remembers nothing, and cannot tell other copies what it answers; it still answers. */
  readonly store: readonly string[];
  /** What an operator should know though it answers. */
  readonly notes: readonly string[];
  /** Of the bot, such as `0.2.0`, with the git revision of the build where it is known. */
  readonly version: string;
};

/**
 * `GET /healthz`: the process lives. `GET /readyz`: everything is as it should be, or what is not.
 * `GET /readyz?except=store,slack`: it is of use; for what takes a bot off a load balancer, since every copy would go
 * when their store or token does. `HEAD` answers like `GET`, without the body. Anything else is not found.
 */
export function healthEndpoints(readiness: Readiness): RequestListener {
  return ({ method, url = '' }, response) => {
    const [path] = url.split('?', 1);
    if (path !== '/healthz' && path !== '/readyz') reply(response, 404, { ok: false });
    else if (method !== 'GET' && method !== 'HEAD') {
      reply(response.setHeader('allow', 'GET, HEAD'), 405, { ok: false });
    } else if (path === '/healthz') reply(response, 200, { ok: true });
    else tellReadiness(response, readiness(), exceptions(url));
  };
}

function tellReadiness(
  response: ServerResponse,
  { problems, slack, store, notes, version }: ReturnType<Readiness>,
  except: readonly string[],
): void {
  const counted = [
    ...problems,
    ...(except.includes('slack') ? [] : slack),
    ...(except.includes('store') ? [] : store),
  ];
  const ok = counted.length === 0;
  const body = { ok, version, problems: [...problems, ...slack, ...store] };
  reply(response, ok ? 200 : 503, { ...body, ...(notes.length > 0 && { notes }) });
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
