import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { signatureHeaders } from '../../../packages/local-slack/src/sign';
import { readAll } from './api-line';

/** One in so many events is sent to a second copy too, and one in so many under another event id. */
const DOUBLE_EVERY = 7;
const RENAME_EVERY = 11;

/** A process that listens on a port of this machine; undefined while it is not up. */
interface Backend {
  readonly port: number | undefined;
}

interface Delivery {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/**
 * A load balancer in front of the copies: each request goes to the next one that is up. It also does what Slack does at
 * its worst: sends an event twice at once, and again under another id.
 */
export class Balancer {
  doubled = 0;
  renamed = 0;
  private turn = 0;
  private events = 0;
  private readonly server: Server;

  private constructor(private readonly copies: readonly Backend[]) {
    this.server = createServer((incoming, response) => {
      void this.balance(incoming, response);
    });
  }

  static async before(copies: readonly Backend[]): Promise<Balancer> {
    const balancer = new Balancer(copies);
    balancer.server.listen(0, '127.0.0.1');
    await once(balancer.server, 'listening');
    return balancer;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/slack/events`;
  }

  end(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async balance(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await readAll(incoming)).toString();
    const delivery = { headers: incoming.headers, body };
    const isFirst = incoming.headers['x-slack-retry-num'] === undefined;
    if (isFirst) this.events += 1;
    if (isFirst && this.events % DOUBLE_EVERY === 0) {
      this.doubled += 1;
      void this.send(delivery);
    }
    if (isFirst && this.events % RENAME_EVERY === 0) {
      this.renamed += 1;
      void this.send(renamed(delivery));
    }
    const status = await this.send(delivery);
    response.writeHead(status).end();
  }

  /** The status that a copy answered; 502 where none is up, or it died meanwhile. */
  private send({ headers, body }: Delivery): Promise<number> {
    const up = this.copies.filter(({ port }) => port !== undefined);
    const copy = up[this.turn++ % Math.max(up.length, 1)];
    if (copy?.port === undefined) return Promise.resolve(502);
    const url = `http://127.0.0.1:${copy.port}/slack/events`;
    return new Promise((resolve) => {
      const outgoing = request(url, { method: 'POST', headers, agent: false });
      outgoing.on('error', () => {
        resolve(502);
      });
      outgoing.on('response', (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 502);
      });
      outgoing.end(body);
    });
  }
}

/** The same event under another id, signed anew. */
function renamed({ headers, body }: Delivery): Delivery {
  const event = JSON.parse(body) as { event_id: string };
  const text = JSON.stringify({ ...event, event_id: `${event.event_id}B` });
  const length = String(Buffer.byteLength(text));
  const signature = signatureHeaders('local-signing-secret', text);
  return { headers: { ...headers, ...signature, 'content-length': length }, body: text };
}
