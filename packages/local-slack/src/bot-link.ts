import type { Answer, BotPayload, BotRequest } from './bot-request';
import { failed } from './bot-request';
import type { Faults } from './faults';
import { sendOverHttp } from './send-over-http';
import type { Settings } from './settings';
import type { SocketHub } from './socket-hub';
import type { Workspace } from './workspace';

interface Parts {
  readonly settings: Settings;
  readonly workspace: Workspace;
  readonly faults: Faults;
  readonly sockets: SocketHub;
}

/** Slack's way to the bot: every request with its acknowledgment, within the time Slack waits. */
export class BotLink {
  readonly requests: BotRequest[] = [];
  private readonly underWay = new Set<AbortController>();
  private stopped = false;

  constructor(private readonly parts: Parts) {}

  async send(payload: BotPayload): Promise<BotRequest> {
    const started = performance.now();
    const request: BotRequest = {
      ...payload,
      transport: this.parts.settings.mode,
      at: this.parts.settings.now(),
      acknowledged: false,
      status: null,
      ackBody: undefined,
      failure: null,
      noRetry: false,
    };
    this.requests.push(request);
    this.parts.workspace.touch({ kind: 'request', what: request });
    const answer = await this.answerTo(payload);
    const lost = answer.failure === null && this.parts.faults.takeLostAck();
    request.status = answer.status;
    request.ackBody = answer.body;
    request.failure = lost ? 'lost' : answer.failure;
    request.noRetry = answer.noRetry;
    request.acknowledged = request.failure === null;
    request.ms = performance.now() - started;
    this.parts.workspace.touch({ kind: 'request', what: request });
    return request;
  }

  stop(): void {
    this.stopped = true;
    for (const controller of this.underWay) controller.abort();
  }

  private async answerTo(payload: BotPayload): Promise<Answer> {
    const { settings, sockets } = this.parts;
    if (this.stopped) return failed('connection_failed');
    if (settings.mode === 'http' && settings.eventsUrl === '') return failed('connection_failed');
    const controller = new AbortController();
    this.underWay.add(controller);
    const timer = setTimeout(() => {
      controller.abort();
    }, settings.ackTimeoutMs);
    const answer =
      settings.mode === 'socket'
        ? sockets.send(payload, controller.signal)
        : sendOverHttp(payload, settings, controller.signal);
    try {
      return await answer;
    } finally {
      clearTimeout(timer);
      this.underWay.delete(controller);
    }
  }
}
