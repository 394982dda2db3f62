import { connect, type Socket } from 'node:net';

export interface Raw {
  /** The bytes, one part after the other. */
  readonly parts: readonly (string | Buffer)[];
  /** Between two parts, in milliseconds. */
  readonly pause?: number;
  /** What the sender does after the last part: waits for the answer, closes its half, or breaks off. */
  readonly then?: 'wait' | 'half-close' | 'break off';
}

export interface RawAnswer {
  /** null: the connection was closed without an answer, or `atMost` milliseconds passed. */
  readonly status: number | null;
  readonly isClosed: boolean;
  readonly ms: number;
}

/** Sends bytes as they are, and looks at the first status line that comes back. */
export function rawRequest(port: number, raw: Raw, atMost: number): Promise<RawAnswer> {
  const started = performance.now();
  const socket = connect(port, '127.0.0.1');
  return new Promise((resolve) => {
    let text = '';
    const settle = (isClosed: boolean): void => {
      clearTimeout(timer);
      const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
      socket.destroy();
      const ms = performance.now() - started;
      resolve({ status: status === undefined ? null : Number(status), isClosed, ms });
    };
    const timer = setTimeout(settle, atMost, false);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      settle(true);
    });
    socket.on('data', (data) => {
      text += data.toString('latin1');
      if (text.includes('\r\n\r\n')) settle(false);
    });
    send(socket, raw).catch(() => undefined);
  });
}

async function send(socket: Socket, { parts, pause = 0, then = 'wait' }: Raw): Promise<void> {
  for (const part of parts) {
    if (socket.destroyed) return;
    socket.write(part);
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause).unref());
  }
  if (then === 'half-close') socket.end();
  if (then === 'break off') socket.destroySoon();
}
