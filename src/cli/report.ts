import { readStoreConfig } from '../config';
import { readReport } from '../store/read-store';
import { readArguments, UsageError } from './arguments';
import { summaryText } from './report-text';
import { runCommand, tell } from './run-command';

const USAGE = 'npm run --silent report -- [--days N] [--json]';
const OPTIONS = {
  days: { type: 'string', default: '7' },
  json: { type: 'boolean', default: false },
} as const;
const DAY = /^[1-9]\d{0,3}$/;

void runCommand(async () => {
  const { values, positionals } = readArguments(OPTIONS, USAGE);
  if (!DAY.test(values.days) || positionals.length > 0) {
    throw new UsageError(`--days takes a whole number from 1 to 9999.\nUsage: ${USAGE}`);
  }
  const days = Number(values.days);
  const report = await readReport(readStoreConfig().databaseUrl, days, tell);
  const output = values.json
    ? JSON.stringify({ days, ...report }, null, 2)
    : summaryText(report, days);
  process.stdout.write(`${output}\n`);
  return 0;
});
