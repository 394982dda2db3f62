import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Example, RoutingBook } from '../router/types';
import { PROJECT } from './paths';

const PROGRAM = join(PROJECT, 'dist', 'loader', 'training-process.js');
/** A training takes seconds; one that takes minutes hangs. In milliseconds. */
const TIMEOUT = 300_000;
/** How much of the child's standard error is kept to name the cause, in characters. */
const KEPT_OUTPUT = 10_000;

/** What a model is trained on. */
export interface TrainingInput {
  readonly book: RoutingBook;
  readonly examples: readonly Example[];
}

/** The packed model, or why there is none. */
export type TrainingReply = { readonly model: Uint8Array } | { readonly failure: string };

/** A training that ended without a model; the message is a sentence that says why. */
export class TrainingError extends Error {
  override readonly name = 'TrainingError';
}

/**
 * Trains a model in a child process, so that this process answers meanwhile. The model comes back as a message: no
 * file is written.
 *
 * @param signal ends the training early
 * @returns the packed model
 * @throws TrainingError that says why there is no model
 */
export async function trainInChildProcess(
  input: TrainingInput,
  signal: AbortSignal,
): Promise<Buffer> {
  const timeout = AbortSignal.timeout(TIMEOUT);
  const child = fork(PROGRAM, {
    serialization: 'advanced',
    // The parent's own, such as --inspect, would take its port.
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    signal: AbortSignal.any([signal, timeout]),
    killSignal: 'SIGKILL',
  });
  const replied = replyOf(child);
  child.send(input, () => {
    // A child that cannot take the examples is gone, and its end says why.
  });
  const reply = await replied.catch((error: unknown) => ({ failure: explain(error, timeout) }));
  if ('failure' in reply) throw new TrainingError(reply.failure);
  return Buffer.from(reply.model);
}

function replyOf(child: ChildProcess): Promise<TrainingReply> {
  let output = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(0, KEPT_OUTPUT);
  });
  return new Promise((resolve, reject) => {
    child.once('message', (reply: TrainingReply) => {
      resolve(reply);
    });
    child.on('error', reject);
    child.once('close', (code, name) => {
      resolve({ failure: explainEnd(output, name ?? `status ${code ?? 'unknown'}`) });
    });
  });
}

/** @param end the signal or the exit status of a child that ended without a reply */
function explainEnd(output: string, end: string): string {
  const cause = /^.*(?:Error|FATAL ERROR): .*$/m.exec(output)?.[0];
  return `Its process ended with ${end}${cause === undefined ? '' : ` (${cause})`}.`;
}

function explain(error: unknown, timeout: AbortSignal): string {
  if (timeout.aborted) return `It took longer than ${TIMEOUT / 60_000} minutes.`;
  return `Its process could not be run (${String(error)}).`;
}
