import type { IncomingMessage, ServerResponse } from 'node:http';

/** How long the rest of a refused body may take to arrive, in milliseconds. */
const LINGER = 1000;

/**
 * Refuses a request whose body is still arriving. The status is sent at once, and the rest of the body is thrown away as
 * it comes: closed at once, the connection would fail for the sender before it reads the status.
 */
export function refuseEarly(
  { request, response }: { request: IncomingMessage; response: ServerResponse },
  status: number,
): void {
  response.writeHead(status, { 'content-length': 0, connection: 'close' }).flushHeaders();
  const end = (): void => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(() => {
    response.end();
    request.destroy();
  }, LINGER);
  request.once('end', end);
  request.once('close', end);
  request.resume();
}
