// Installs what only some commands need, each folder by its own lockfile: node scripts/install.mjs test test/database
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROJECT } from './freshness.mjs';

/**
 * Runs `npm ci` in each folder whose packages are missing or older than its lockfile, side by side.
 *
 * @param {readonly string[]} folders relative to the project
 * @throws Error naming the folder whose packages cannot be installed
 */
export async function install(folders) {
  await Promise.all(folders.filter((folder) => !isInstalled(folder)).map(installOne));
}

/** Written when an install is complete: the digest of the lockfile that it followed. */
function stampOf(folder) {
  return join(PROJECT, folder, 'node_modules', '.installed');
}

function isInstalled(folder) {
  const stamp = stampOf(folder);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digestOf(folder);
}

function digestOf(folder) {
  const lockfile = readFileSync(join(PROJECT, folder, 'package-lock.json'));
  return createHash('sha256').update(lockfile).digest('hex');
}

async function installOne(folder) {
  process.stderr.write(`Installing the packages of ${folder} …\n`);
  // On Windows, npm is a script that only a shell runs.
  const npm = spawn('npm', ['ci', '--prefix', folder, '--no-audit', '--no-fund'], {
    cwd: PROJECT,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  const status = await new Promise((resolve, reject) => {
    npm.on('error', reject);
    npm.on('exit', resolve);
  });
  if (status !== 0) throw new Error(`The packages of ${folder} could not be installed.`);
  writeFileSync(stampOf(folder), digestOf(folder));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await install(process.argv.slice(2));
}
