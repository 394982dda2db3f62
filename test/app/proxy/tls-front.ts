import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { createServer, type Server, type TLSSocket } from 'node:tls';

const FOLDER = join(__dirname, '..', '..', 'fixtures', 'tls');

/** A certificate for `slack.example`, which is its own authority. */
export const CERTIFICATE = join(FOLDER, 'certificate.pem');
export const HOST = 'slack.example';

/** Takes TLS off, and passes the bytes on to a port of this machine. */
export class TlsFront {
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  private constructor(port: number) {
    const [cert, key] = [CERTIFICATE, join(FOLDER, 'key.pem')].map((file) => readFileSync(file));
    this.server = createServer({ cert, key }, (client: TLSSocket) => {
      const target = connect(port, '127.0.0.1');
      client.pipe(target).pipe(client);
      for (const socket of [client, target]) {
        this.sockets.add(socket);
        socket.on('error', () => socket.destroy());
      }
    });
    this.server.on('tlsClientError', () => undefined);
  }

  static async before(port: number): Promise<TlsFront> {
    const front = new TlsFront(port);
    front.server.listen(0, '127.0.0.1');
    await once(front.server, 'listening');
    return front;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  end(): void {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
  }
}
