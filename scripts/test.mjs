// Runs every check and test. --quick leaves out what needs a browser, a database or a load; other arguments go to Jest,
// and leave out the checks: npm test -- --selectProjects quick slack/once
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT } from './freshness.mjs';
import { install } from './install.mjs';
import { checkAll, checkRules } from './lint.mjs';

const JEST = join(PROJECT, 'test', 'node_modules', 'jest', 'bin', 'jest.js');
const given = process.argv.slice(2);
const isQuick = given.includes('--quick');
const forJest = given.filter((argument) => argument !== '--quick');

await install(isQuick ? ['test'] : ['test', 'test/browser', 'test/database', 'bench', 'tools']);
process.exitCode = (await checks()) ? jest() : 1;

async function checks() {
  if (forJest.length > 0) return true;
  return isQuick ? checkRules() : checkAll();
}

function jest() {
  const projects = isQuick ? ['--selectProjects', 'quick'] : [];
  const { status } = spawnSync(process.execPath, [JEST, ...projects, ...forJest], {
    cwd: PROJECT,
    stdio: 'inherit',
  });
  return status ?? 1;
}
