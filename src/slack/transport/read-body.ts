import type { IncomingMessage } from 'node:http';

/** A body, or why there is none. */
export type Body = Buffer | 'too large' | 'cut short';

/**
 * Reads a request's body, and never holds more than `limit` bytes of it: what comes beyond is thrown away as it comes.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Body> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) {
        chunks.push(chunk);
        return;
      }
      chunks.length = 0;
      resolve('too large');
    });
    request.on('end', () => {
      const [first] = chunks;
      resolve(chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks));
    });
    // A sender that breaks off raises an error, and then closes.
    request.on('error', () => undefined);
    request.on('close', () => {
      resolve('cut short');
    });
  });
}
