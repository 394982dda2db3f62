import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** The way from one copy to Slack's Web API, on which a test sees what Slack has taken. */
export class ApiLine {
  /** Told of the message that an answer is for, as soon as Slack has the answer. */
  onAnswer: (ts: string) => void = () => undefined;
  /** Runs once, when Slack has taken the next answer and before the copy hears of it. */
  onceAnswered: (() => void) | undefined;

  private constructor(
    private readonly server: Server,
    private readonly apiUrl: string,
  ) {
    server.on('request', (incoming: IncomingMessage, response: ServerResponse) => {
      void this.pass(incoming, response);
    });
  }

  static async to(apiUrl: string): Promise<ApiLine> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new ApiLine(server, apiUrl);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/api/`;
  }

  end(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async pass(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readAll(incoming);
    const url = new URL((incoming.url ?? '').replace(/^\/api\//, ''), this.apiUrl);
    const headers = { ...incoming.headers, host: url.host };
    const outgoing = request(url, { method: incoming.method ?? 'POST', headers });
    outgoing.on('error', () => response.destroy());
    outgoing.on('response', (answer) => {
      void readAll(answer).then((text) => {
        this.look(url.pathname, body, text);
        response.writeHead(answer.statusCode ?? 502, answer.headers).end(text);
      });
    });
    outgoing.end(body);
  }

  private look(path: string, body: Buffer, text: Buffer): void {
    if (!path.endsWith('/chat.postMessage') || !text.includes('"ok":true')) return;
    const ts = /answers-(\d+\.\d+)/.exec(decodeURIComponent(body.toString()))?.[1];
    if (ts === undefined) return;
    this.onAnswer(ts);
    const run = this.onceAnswered;
    this.onceAnswered = undefined;
    run?.();
  }
}

export async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
