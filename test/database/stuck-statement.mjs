// Ends while a statement runs that never comes back: node stuck-statement.mjs FILE
import { createRequire } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';

const require = createRequire(import.meta.url);
const { connectDatabase } = require('../../dist/store/database/connect-database.js');
const { sql } = require('kysely');

const { db } = connectDatabase(`file:${process.argv[2]}`);
await sql`select 1`.execute(db);
const endless = sql`with recursive n (i) as (select 1 union all select i + 1 from n) select count(*) from n`;
endless.execute(db).catch(() => undefined);
const { user } = process.cpuUsage();
// This thread waits: what takes time is the statement.
while (process.cpuUsage().user - user < 100_000) await delay(10);
console.log('stuck');
process.exit(7);
