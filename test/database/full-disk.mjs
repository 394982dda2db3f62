// Fills a database whose file may not grow, and goes on claiming events: node full-disk.mjs FILE
import { createRequire } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';

const require = createRequire(import.meta.url);
const { openStore } = require('../../dist/store/open-store.js');
const { pino } = require('pino');

const store = openStore(
  { databaseUrl: `file:${process.argv[2]}`, retentionDays: 180 },
  { log: pino({ level: 'silent' }), secret: 'shared' },
);
await store.opened(5000);
const row = { surface: 'command', outcome: 'none', route: null, topic: null, program: null };
for (let count = 0; count < 9000; count += 1) {
  store.record({ kind: 'answer', row: { ...row, confidence: 0, rules: 'abc', ms: 1 } });
}
const states = new Set();
for (let number = 0; number < 500; number += 1) {
  const claim = await store.claim({ ids: [['event', `Ev${number}`]], isRetry: false });
  states.add(claim.state);
  await claim.answered?.();
}
await delay(500);
console.log(JSON.stringify({ states: [...states], problems: store.problems() }));
await store.stop(100);
