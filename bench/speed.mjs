// How fast the bot is, next to a bare Bolt app, bare node:http and other libraries: npm run bench [-- OPTIONS]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT } from '../scripts/freshness.mjs';
import { measureCommandLine } from './speed/command-line.mjs';
import { prepareContenders } from './speed/contenders.mjs';
import { measureInstall } from './speed/install.mjs';
import { describeMachine } from './speed/machine.mjs';
import { measurePeers } from './speed/peers.mjs';
import { measureRequests } from './speed/requests.mjs';
import { measureRouting } from './speed/routing.mjs';
import { table } from './speed/row.mjs';
import { startStandIn } from './speed/slack-stand-in.mjs';
import { measureStart } from './speed/start.mjs';

const FULL = {
  rounds: 7,
  requests: 10_000,
  warm: 10_000,
  amount: 100_000,
  starts: 9,
  passes: 31,
  peers: ['nlp.js', 'MiniSearch', 'Fuse.js', 'wink-bm25'],
  asks: 9,
  lines: 100_000,
};
/** For `npm test`: what has something beside it that is as quick to measure. */
const QUICK = {
  rounds: 3,
  requests: 400,
  warm: 1000,
  amount: 1000,
  starts: 2,
  passes: 15,
};
const QUICK_PARTS = ['requests', 'start', 'routing'];
const MILLION = 1_000_000;

const { quick, million, only } = readOptions();
const form = { ...(quick ? QUICK : FULL), ...(million && { lines: MILLION }) };
const machine = describeMachine();
const folder = mkdtempSync(join(tmpdir(), 'program-route-bench-'));
const slack = await startStandIn();
try {
  const rows = await measureAll();
  console.log(`${machine.cpu}, ${machine.cores} cores, Node ${machine.versions.node}`);
  console.log(`${table(rows)}\nA "what" names after a semicolon what it is measured against.`);
  const results = join(PROJECT, 'bench', 'results.json');
  if (!quick && only === undefined) {
    writeFileSync(results, `${JSON.stringify({ machine, form, rows }, null, 2)}\n`);
  }
  // In a test, only what is measured beside something else tells the program from the machine.
  const failed = rows.filter((one) => one.failed && !(quick && one.absolute));
  for (const { what } of failed) console.error(`Four times off its goal, or worse: ${what}`);
  process.exitCode = failed.length > 0 ? 1 : 0;
} finally {
  slack.stop();
  rmSync(folder, { recursive: true });
}

async function measureAll() {
  const start = await prepareContenders(slack.url, folder);
  const parts = {
    requests: () => measureRequests(start, form),
    start: () => measureStart(start, form),
    'command-line': () => measureCommandLine(folder, form),
    routing: () => measureRouting(form),
    peers: () => measurePeers(form),
    install: () => measureInstall(folder),
  };
  const rows = [];
  for (const [name, measure] of Object.entries(parts)) {
    if (only !== undefined ? only !== name : quick && !QUICK_PARTS.includes(name)) continue;
    if (!quick) console.error(`Measuring: ${name} …`);
    rows.push(...(await measure()));
  }
  return rows;
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      /** The short form; it writes no results. */
      quick: { type: 'boolean', default: false },
      /** A million lines for `ask --jsonl`: takes minutes. */
      million: { type: 'boolean', default: false },
      /** One part alone, by its name. */
      only: { type: 'string' },
    },
  });
  return values;
}
