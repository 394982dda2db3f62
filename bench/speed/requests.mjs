import { load } from './load.mjs';
import { megabytes, micros, perSecond, ratioRow, row } from './row.mjs';
import { median } from './statistics.mjs';

const NAMES = ['ours', 'ours, no store', 'bolt', 'node:http'];

/**
 * Requests: CPU time, rate and memory of our bot beside a bare Bolt app and bare node:http.
 *
 * @param start starts a server by its name
 * @param form `rounds` of runs of so many `requests` each, after `warm` requests at least; memory is read after `amount`
 */
export async function measureRequests(start, { rounds, requests, warm, amount }) {
  const servers = {};
  try {
    for (const name of NAMES) servers[name] = await start(name);
    const memory = await measureMemory(servers, amount);
    await load(servers['ours, no store'], warm);
    await load(servers['node:http'], warm);
    return [...requestRows(await alternate(servers, { rounds, requests })), ...memory];
  } finally {
    await Promise.all(Object.values(servers).map((one) => one.stop()));
  }
}

/** Each server in turn, round for round: what slows the machine down for a while slows all of them. */
async function alternate(servers, { rounds, requests }) {
  const runs = [];
  for (let round = 0; round < rounds; round += 1) {
    const run = {};
    for (const name of NAMES) run[name] = await load(servers[name], requests);
    runs.push(run);
  }
  return runs;
}

function requestRows(runs) {
  const compare = (what, { field, name = 'ours', base = 'bolt', show, ...goal }) =>
    ratioRow(what, {
      ours: median(runs.map((run) => run[name][field])),
      against: median(runs.map((run) => run[base][field])),
      ratio: median(runs.map((run) => run[name][field] / run[base][field])),
      show,
      ...goal,
    });
  const cpu = { field: 'cpu', show: micros };
  const rate = { field: 'rate', show: perSecond };
  const bare = 'ours, no store';
  return [
    compare('CPU a request, no store; a bare Bolt app', { ...cpu, name: bare, most: 1.5 }),
    compare('CPU a request, with the store; a bare Bolt app', { ...cpu, most: 1.8 }),
    compare('requests, 20 connections, no store; a bare Bolt app', {
      ...rate,
      name: bare,
      least: 0.7,
    }),
    compare('requests, 20 connections, with the store; a bare Bolt app', { ...rate, least: 0.7 }),
    compare('CPU a request, with the store; bare node:http', { ...cpu, base: 'node:http' }),
    compare("Bolt's own path: CPU of a bare Bolt app; bare node:http", {
      ...cpu,
      name: 'bolt',
      base: 'node:http',
    }),
  ];
}

async function measureMemory({ ours, bolt }, amount) {
  const count = amount.toLocaleString('en');
  const [idle, idleBolt] = [await ours.used(), await bolt.used()];
  await load(ours, amount / 5);
  const early = await ours.used({ collect: true });
  await load(ours, (4 * amount) / 5);
  await load(bolt, amount);
  const [after, afterBolt] = [await ours.used(), await bolt.used()];
  const late = await ours.used({ collect: true });
  const growth = (late.heapUsed - early.heapUsed) / early.heapUsed;
  const show = megabytes;
  return [
    ratioRow('memory, idle; a bare Bolt app', {
      ours: idle.rss,
      against: idleBolt.rss,
      show,
      most: 1.4,
    }),
    ratioRow(`memory, after ${count} requests; a bare Bolt app`, {
      ours: after.rss,
      against: afterBolt.rss,
      show,
      most: 1.4,
    }),
    row(`live memory, after ${count} requests; after a fifth of them`, {
      ours: megabytes(late.heapUsed),
      against: megabytes(early.heapUsed),
      ratio: (1 + growth).toFixed(2),
      value: 1 + growth,
      most: 1.1,
      goal: 'flat: <= 1.1',
    }),
  ];
}
