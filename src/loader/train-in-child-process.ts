import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PROJECT } from './paths';

const COMMAND = join(PROJECT, 'dist', 'cli', 'build-cache.js');
/** A training takes seconds; one that takes minutes hangs. In milliseconds. */
const PATIENCE = 300_000;

/**
 * Trains the router on a folder of rules in a process of its own, which leaves the weights in the cache, so that this
 * one goes on answering meanwhile.
 *
 * @throws Error where the training fails
 */
export async function trainInChildProcess(folder: string): Promise<void> {
  const options = { timeout: PATIENCE, windowsHide: true };
  await promisify(execFile)(process.execPath, [COMMAND, '--rules', folder], options);
}
