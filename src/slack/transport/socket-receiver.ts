import { type App, type Receiver, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt';
import type { Logger as BoltLogger } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { Logger } from 'pino';
import type { RuleBook } from '../../rule-book/types';
import { describeError } from '../delivery/describe-error';
import { isCommand, errorReply, type FailureCause } from './unanswered';
import type { Kind, LoadShedder } from './load-shedder';
import { SocketConnection } from './socket-connection';
import { SocketError } from './socket-error';
import type { Refusals } from './refusals';
import { socketHint } from './socket-hints';
import { ReconnectingSocket } from './reconnecting-socket';

interface Parts {
  readonly appToken: string;
  /** Of the client that asks Slack for a connection. */
  readonly clientOptions: WebClientOptions;
  /** How many connections are open at once: Slack allows 10 an app, and sends each payload over any one of them. */
  readonly connections: number;
  readonly logger: BoltLogger;
  readonly log: Logger;
  readonly book: () => RuleBook;
  readonly load: LoadShedder;
  readonly refusals: Refusals;
}

/** Takes what Slack sends over Socket Mode, on one connection or several. */
export class SocketReceiver implements Receiver {
  private readonly keepers: readonly ReconnectingSocket[];
  private app: App | undefined;
  private isStopping = false;

  constructor(private readonly parts: Parts) {
    this.keepers = Array.from({ length: parts.connections }, () => {
      return new ReconnectingSocket(() => this.makeLink(), parts.log);
    });
  }

  init(app: App): void {
    this.app = Object.create(app, {
      processEvent: { value: (event: ReceiverEvent) => this.take(app, event) },
    }) as App;
  }

  /** @throws NoSocket where it cannot connect */
  async start(): Promise<void> {
    try {
      await Promise.all(this.keepers.map((keeper) => keeper.start()));
    } catch (error) {
      throw new SocketError(describeError(error).code);
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.keepers.map((keeper) => keeper.end()));
  }

  /** From now on nothing new is begun; Slack sends its events again, over another connection. */
  refuseNew(): void {
    this.isStopping = true;
  }

  /** Why Slack cannot reach the bot; empty where it can. */
  problems(): string[] {
    return this.keepers.some(({ isUp }) => isUp)
      ? []
      : [this.tellDown('the socket to Slack is down')];
  }

  /** What an operator should know though the bot answers. */
  notes(): string[] {
    const { length } = this.keepers;
    const down = this.keepers.filter(({ isUp }) => !isUp).length;
    if (down === 0 || down === length) return [];
    return [
      this.tellDown(`${down} of ${length} sockets to Slack ${down === 1 ? 'is' : 'are'} down`),
    ];
  }

  private tellDown(what: string): string {
    const code = this.keepers.find(({ trouble }) => trouble !== undefined)?.trouble;
    if (code === undefined) return what;
    const hint = socketHint(code);
    return `${what} (${code})${hint === undefined ? '' : `. ${hint}`}`;
  }

  private makeLink(): SocketConnection {
    const { appToken, clientOptions, logger, refusals } = this.parts;
    const receiver = new SocketModeReceiver({
      appToken,
      logger,
      autoReconnectEnabled: false,
      installerOptions: {
        clientOptions: { ...clientOptions, rejectRateLimitedCalls: true },
      },
      processEventErrorHandler: () => Promise.resolve(false),
    });
    if (this.app !== undefined) receiver.init(this.app);
    return new SocketConnection(receiver.client, () => {
      refusals.note('no envelope');
    });
  }

  private async take(app: App, event: ReceiverEvent): Promise<void> {
    const kind = kindOf(event);
    if (this.isStopping) return this.answer(event, 'stopping');
    if (!this.parts.load.admits(kind)) {
      this.parts.refusals.note('busy');
      return this.answer(event, 'busy');
    }
    const answered = { yet: false };
    const ack: ReceiverEvent['ack'] = (response) => {
      answered.yet = true;
      return event.ack(response);
    };
    try {
      await this.parts.load.run(() => app.processEvent({ ...event, ack }));
      if (!answered.yet) await this.answer(event, 'unknown');
    } catch (error) {
      if (!answered.yet) await this.answer(event, { error });
      throw error;
    }
  }

  /** A command gets its sentence; all else goes unacknowledged, as Slack's retries and its client's errors need it. */
  private async answer({ body, ack }: ReceiverEvent, trouble: FailureCause): Promise<void> {
    if (!isCommand(body)) return;
    await ack(errorReply('command', trouble, this.parts.book()).body);
  }
}

function kindOf({ body }: ReceiverEvent): Kind {
  if (body['type'] === 'event_callback') return 'event';
  return isCommand(body) ? 'command' : 'interaction';
}
