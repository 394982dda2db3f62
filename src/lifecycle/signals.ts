import type { Logger } from 'pino';
import { describeError } from '../slack/delivery/describe-error';

/**
 * In milliseconds. Signals this close together are one: Ctrl-C in a terminal reaches npm and the bot, and npm passes its
 * own on.
 */
const SAME_SIGNAL = 1000;

/**
 * Stops the bot on SIGTERM and SIGINT: it finishes requests under way and exits with status 0. A second signal, more than
 * a second after the first, exits at once with status 1.
 */
export function stopOnSignals(stop: () => Promise<void>, log: Logger): void {
  let stoppingSince: number | undefined;
  const onSignal = (signal: string): void => {
    if (stoppingSince !== undefined) {
      if (performance.now() - stoppingSince > SAME_SIGNAL) process.exit(1);
      return;
    }
    stoppingSince = performance.now();
    log.info({ signal }, 'stopping');
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ error: describeError(error) }, 'the stop failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  // One request must not end the others: an error that nobody caught is logged by its code.
  process.on('unhandledRejection', (error) => {
    log.error({ error: describeError(error) }, 'nobody caught an error');
  });
}
