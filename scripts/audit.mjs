// Asks the registry for advisories on what the bot runs with, and claims nothing where it offers none.
// Exit status: 0 no advisory, 1 advisories, 2 nothing was learned.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const PROJECT = join(import.meta.dirname, '..');

const { stdout, error } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  cwd: PROJECT,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  shell: process.platform === 'win32',
});
const { status, text } = error === undefined ? read(stdout) : unknown(error.message);
process.stdout.write(`${text}\n`);
process.exitCode = status;

function read(output) {
  let report;
  try {
    report = JSON.parse(output);
  } catch {
    return unknown('npm gave no report');
  }
  const found = report.vulnerabilities;
  if (found === undefined) return unknown(report.message ?? report.error?.summary ?? 'no answer');
  const names = Object.keys(found);
  if (names.length === 0)
    return { status: 0, text: 'The registry has no advisory on what the bot runs with.' };
  const lines = Object.values(found).map(({ name, severity }) => `- ${name}: ${severity}`);
  return {
    status: 1,
    text: [
      `The registry has advisories on ${names.length} of the packages:`,
      ...lines,
      'See `npm audit --omit=dev`.',
    ].join('\n'),
  };
}

function unknown(why) {
  return {
    status: 2,
    text: `This registry offers no advisories (${why}). Nothing is claimed: ask another one, for example with npm_config_registry=https://... npm run audit.`,
  };
}
