import { once } from 'node:events';
import { createServer } from 'node:http';

/** As much of Slack's Web API as a start needs: every method says that the token is right. */
export async function startStandIn() {
  const ok = JSON.stringify({ ok: true, user_id: 'U0BOT', bot_id: 'B0BOT', team_id: 'T0BENCH' });
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { 'content-type': 'application/json' }).end(ok);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}/api/`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
