import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** An HTTP proxy that only knows CONNECT. It leads every host to one port of this machine. */
export class ConnectProxy {
  /** The hosts that it was asked for, with their ports. */
  readonly targets: string[] = [];
  /** The credentials of each request; empty where it had none. */
  readonly credentials: string[] = [];
  private readonly sockets = new Set<Duplex>();
  private readonly server: Server;

  private constructor(private readonly leadsTo: number) {
    this.server = createServer((_, response) => response.writeHead(501).end());
    this.server.on('connect', (request: IncomingMessage, client: Socket, head: Buffer) => {
      this.open(request, { client, head });
    });
  }

  static async to(port: number): Promise<ConnectProxy> {
    const proxy = new ConnectProxy(port);
    proxy.server.listen(0, '127.0.0.1');
    await once(proxy.server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  end(): void {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
  }

  private open(
    { url = '', headers }: IncomingMessage,
    { client, head }: { client: Socket; head: Buffer },
  ): void {
    this.targets.push(url);
    const [, encoded = ''] = (headers['proxy-authorization'] ?? '').split(' ');
    this.credentials.push(Buffer.from(encoded, 'base64').toString());
    const target = connect(this.leadsTo, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      target.write(head);
      client.pipe(target).pipe(client);
    });
    for (const socket of [client, target]) {
      this.sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
  }
}
