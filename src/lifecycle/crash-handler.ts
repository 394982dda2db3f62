import type { Logger } from 'pino';
import type { LogOutput } from '../log/log-output';
import { describeError } from '../slack/delivery/describe-error';

/**
 * Logs the code of an error that nobody caught, and exits with status 1. Node itself would print the message and the
 * line of code, and either may quote what a user wrote. Where the log cannot be written, standard error has the sentence.
 */
export function logFatalErrors(log: Logger, output: LogOutput): void {
  process.on('uncaughtException', (error: unknown) => {
    const described = describeError(error);
    log.fatal({ error: described }, 'nobody caught an error: the bot ends');
    if (output.notes().length > 0) {
      const { name, code } = described;
      process.stderr.write(`Nobody caught an error, and the bot ends: ${name} (${code}).\n`);
    }
    process.exit(1);
  });
}
