import type { IncomingMessage, ServerResponse } from 'node:http';
import type { News, Snapshot } from '../wire';

const BEAT_MS = 15_000;

/** Sends updates to every open page as server-sent events. Source: https://html.spec.whatwg.org/multipage/server-sent-events.html */
export class LiveStream {
  /** Returns the current workspace. Set before the first page opens. */
  greet: (() => Snapshot) | null = null;
  private readonly pages = new Set<ServerResponse>();
  private readonly beat: NodeJS.Timeout;

  constructor() {
    this.beat = setInterval(() => {
      for (const page of this.pages) page.write(':\n\n');
    }, BEAT_MS);
    this.beat.unref();
  }

  /** Starts with the whole workspace, so that a page that reconnects is up to date. */
  open(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    if (this.greet !== null) response.write(eventOf({ type: 'hello', snapshot: this.greet() }));
    this.pages.add(response);
    request.on('close', () => {
      this.pages.delete(response);
    });
  }

  tell(news: News): void {
    const event = eventOf(news);
    for (const page of this.pages) page.write(event);
  }

  stop(): void {
    clearInterval(this.beat);
    for (const page of this.pages) page.end();
  }
}

function eventOf(news: News): string {
  return `data: ${JSON.stringify(news)}\n\n`;
}
