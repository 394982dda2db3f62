import type { Logger } from 'pino';
import type { RunningBot } from '../slack/app';
import { describeError } from '../slack/delivery/describe-error';

/** SIGTERM and SIGINT finish what is under way and exit 0; a second one exits 1 at once, whatever is lost. */
export function stopOnSignals(bot: RunningBot, log: Logger): void {
  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, 'stopping');
    bot.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ error: describeError(error) }, 'the stop failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // One request must not end the others: what nobody caught is logged by its code.
  process.on('unhandledRejection', (error) => {
    log.error({ error: describeError(error) }, 'nobody caught an error');
  });
}
