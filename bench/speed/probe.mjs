// Loaded before a measured program (node --import): says what the process has used, when asked or at its end.
import { writeFileSync } from 'node:fs';

function used() {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  return { cpu: user + system, rss, heapUsed, maxRss: 1024 * process.resourceUsage().maxRSS };
}

process.on('message', ({ collect }) => {
  if (collect) globalThis.gc?.();
  process.send?.(used());
});
process.channel?.unref();
// Where the bench was stopped, its servers stop too.
process.on('disconnect', () => process.exit());

const file = process.env.BENCH_USED_FILE;
if (file !== undefined) process.on('exit', () => writeFileSync(file, JSON.stringify(used())));
