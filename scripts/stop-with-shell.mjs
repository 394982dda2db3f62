import { clearInterval, setInterval } from 'node:timers';

/** How often the parent is looked at, in milliseconds. */
const LOOK = 100;

/**
 * Ends this process as SIGTERM does when the shell that started it is gone. npm passes a signal on to that shell alone,
 * which dies of it and leaves its child running.
 */
export function stopWithShell() {
  const shell = process.ppid;
  let isTold = false;
  const look = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(look);
    // Ctrl-C reaches the shell and this process: a second signal would end it by force.
    if (!isTold) process.kill(process.pid, 'SIGTERM');
  }, LOOK);
  look.unref();
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.prependListener(signal, () => {
      isTold = true;
      // Until the program listens itself, a signal ends it, as without this listener.
      if (process.listenerCount(signal) === 1) process.exit(1);
    });
  }
}
