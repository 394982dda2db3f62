// Ends while a statement runs that never comes back: node stuck-statement.mjs FILE
import { createRequire } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';

const require = createRequire(import.meta.url);
const { openDatabase } = require('../../dist/store/database/open-database.js');
const Database = require('libsql');

const file = new Database(process.argv[2]);
file.exec(
  `create view kept_texts as with recursive n (i) as (select 1 union all select i + 1 from n)
     select count(*) as at, '' as id from n`,
);
file.close();
const database = openDatabase(`file:${process.argv[2]}`);
await database.ask('readSchema');
database.ask('readSuggestedQuestions').catch(() => undefined);
const { user } = process.cpuUsage();
// This thread waits: what takes time is the statement.
while (process.cpuUsage().user - user < 100_000) await delay(10);
console.log('stuck');
process.exit(7);
