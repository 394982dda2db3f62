import { join } from 'node:path';
import { pino } from 'pino';
import { PROJECT } from '../../src/loader/paths';
import { readArguments, UsageError } from '../../src/cli/arguments';
import { InputError, runCommand } from '../../src/cli/run-command';
import {
  type PlaygroundOptions,
  type RunningPlayground,
  startPlayground,
} from './start-playground';

const USAGE = 'npm run playground -- [--port PORT] [--rules DIR] [--socket] [--log LEVEL]';
const USUAL_PORT = '4000';
const OPTIONS = {
  port: { type: 'string' },
  rules: { type: 'string', default: join(PROJECT, 'rules') },
  socket: { type: 'boolean', default: false },
  log: { type: 'string', default: 'silent' },
} as const;

void runCommand(async () => {
  const { values } = readArguments(OPTIONS, USAGE);
  const playground = await startAt(values.port, {
    rules: values.rules,
    mode: values.socket ? 'socket' : 'http',
    log: pino({ level: values.log }, process.stderr),
    tell: (sentence) => process.stderr.write(`${sentence}\n`),
  });
  process.stdout.write(`The playground is at ${playground.url} (press Ctrl-C to stop)\n`);
  await signal();
  await playground.stop();
  return 0;
});

type Options = Omit<PlaygroundOptions, 'port'>;

/** Uses the specified port. Without one, uses the default port, or any free port if that is in use. */
async function startAt(asked: string | undefined, options: Options): Promise<RunningPlayground> {
  try {
    return await startPlayground({ ...options, port: portOf(asked ?? USUAL_PORT) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    if (asked === undefined) return startPlayground({ ...options, port: 0 });
    throw new InputError(`Port ${asked} is in use. Choose another port with --port.`);
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port is "${text}". Specify a number from 0 to 65535.\nUsage: ${USAGE}`);
}

/** Resolves on Ctrl-C. A second Ctrl-C exits immediately. */
function signal(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) {
      process.once(name, () => {
        resolve();
      });
    }
  });
}
