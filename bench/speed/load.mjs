import autocannon from 'autocannon';
import { signedRequests } from './signed-requests.mjs';

const CONNECTIONS = 20;
/** People who ask each question on each connection: enough for none of them to ask faster than a person may. */
const ASKERS = 3;
/** So many questions further on, the next connection begins. */
const APART = 8;
/** The generator notices at its next tick that it is done; in milliseconds. */
const TICK = 50;

/**
 * Loads a server with the labeled questions over 20 connections.
 *
 * @param amount of requests
 * @returns requests a second, and CPU time a request in microseconds
 * @throws Error where an answer was no 200
 */
export async function load(server, amount) {
  const crowds = Array.from({ length: CONNECTIONS }, (_, at) =>
    // Twice a connection's share: some are faster than others.
    signedRequests({
      crowd: `C${at}`,
      times: ASKERS,
      first: APART * at,
      most: Math.ceil((2 * amount) / CONNECTIONS),
    }),
  );
  const before = await server.used();
  const started = performance.now();
  let last = started;
  const running = autocannon({
    url: server.url,
    connections: CONNECTIONS,
    requests: crowds[0],
    setupClient: (client) => client.setRequests(crowds.pop()),
    amount,
    sampleInt: TICK,
  });
  running.on('response', () => {
    last = performance.now();
  });
  const result = await running;
  const after = await server.used();
  const answered = result['2xx'];
  const bad = result.non2xx + result.errors + result.timeouts;
  if (bad > 0 || answered === 0) throw new Error(`${bad} requests failed, ${answered} did not.`);
  return { rate: (1000 * answered) / (last - started), cpu: (after.cpu - before.cpu) / answered };
}

/** The texts of the answers to all labeled questions. */
export async function answersOf(server) {
  const texts = [];
  for (const { path, ...request } of signedRequests()) {
    const response = await fetch(new URL(path, server.url), request);
    texts.push(await response.text());
  }
  return texts;
}
