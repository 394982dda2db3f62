import { spawnSync } from 'node:child_process';
import { copyFileSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../../scripts/freshness.mjs';
import { row } from './row.mjs';

const MEGABYTE = 2 ** 20;

/**
 * Installs what the bot needs to run, by the lockfile, in a folder of its own, and weighs it on the disk.
 *
 * @returns no row where the registry cannot be reached
 */
export function measureInstall(folder) {
  const own = join(folder, 'install');
  mkdirSync(own);
  for (const file of ['package.json', 'package-lock.json']) {
    copyFileSync(join(PROJECT, file), join(own, file));
  }
  const args = ['ci', '--omit=dev', '--no-audit', '--no-fund', '--fetch-retries=0'];
  const { status } = spawnSync('npm', args, { cwd: own, stdio: 'ignore', timeout: 300_000 });
  if (status !== 0) {
    console.error('The size of an install was left out: npm could not reach its registry.');
    return [];
  }
  const size = sizeOf(join(own, 'node_modules')) / MEGABYTE;
  return [
    row('npm ci --omit=dev, on the disk', {
      ours: `${size.toFixed(0)} MB`,
      value: size,
      most: 70,
      goal: '<= 70 MB',
    }),
  ];
}

function sizeOf(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => lstatSync(join(folder, name)))
    .reduce((sum, { blocks, size }) => sum + (blocks === undefined ? size : 512 * blocks), 0);
}
