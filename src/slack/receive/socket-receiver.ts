import { type App, type Receiver, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt';
import type { Logger as BoltLogger } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { Logger } from 'pino';
import type { RuleBook } from '../../rules/types';
import { isCommand, lastWord, type Trouble } from './last-word';
import type { Kind, Load } from './load';
import type { Refusals } from './refusals';
import { StayConnected } from './stay-connected';

interface Parts {
  readonly appToken: string;
  /** Of the client that asks Slack for a connection. */
  readonly clientOptions: WebClientOptions;
  /** How many connections are open at once: Slack allows 10 an app, and sends each payload over any one of them. */
  readonly connections: number;
  readonly logger: BoltLogger;
  readonly log: Logger;
  readonly book: () => RuleBook;
  readonly load: Load;
  readonly refusals: Refusals;
}

/** Takes what Slack sends over Socket Mode, on one connection or several. */
export class SocketReceiver implements Receiver {
  private readonly receivers: readonly SocketModeReceiver[];
  private readonly keepers: readonly StayConnected[];
  private isStopping = false;

  constructor(private readonly parts: Parts) {
    const { appToken, clientOptions, logger, log, refusals } = parts;
    this.receivers = Array.from({ length: parts.connections }, () => {
      return new SocketModeReceiver({
        appToken,
        logger,
        autoReconnectEnabled: false,
        installerOptions: {
          clientOptions: { ...clientOptions, rejectRateLimitedCalls: true },
        },
        processEventErrorHandler: () => Promise.resolve(false),
      });
    });
    this.keepers = this.receivers.map(({ client }) => {
      endureNonsense(client, refusals);
      return new StayConnected(client, log);
    });
  }

  init(app: App): void {
    const careful = Object.create(app, {
      processEvent: { value: (event: ReceiverEvent) => this.take(app, event) },
    }) as App;
    for (const receiver of this.receivers) receiver.init(careful);
  }

  async start(): Promise<void> {
    await Promise.all(this.keepers.map((keeper) => keeper.start()));
  }

  async stop(): Promise<void> {
    await Promise.all(this.keepers.map((keeper) => keeper.end()));
  }

  /** From now on nothing new is begun; Slack sends its events again, over another connection. */
  refuseNew(): void {
    this.isStopping = true;
  }

  /** Whether Slack can reach the bot. */
  get isUp(): boolean {
    return this.keepers.some(({ isUp }) => isUp);
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
      await this.parts.load.carry(() => app.processEvent({ ...event, ack }));
      if (!answered.yet) await this.answer(event, 'unknown');
    } catch (error) {
      if (!answered.yet) await this.answer(event, { error });
      throw error;
    }
  }

  /** A command gets its sentence; all else goes unacknowledged, as Slack's retries and its client's errors need it. */
  private async answer({ body, ack }: ReceiverEvent, trouble: Trouble): Promise<void> {
    if (!isCommand(body)) return;
    await ack(lastWord('command', trouble, this.parts.book()).body);
  }
}

function kindOf({ body }: ReceiverEvent): Kind {
  if (body['type'] === 'event_callback') return 'event';
  return isCommand(body) ? 'command' : 'interaction';
}

/** The client reads its messages in a function whose errors nobody catches. */
function endureNonsense(client: SocketModeReceiver['client'], refusals: Refusals): void {
  const [read] = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (...message: unknown[]) => {
    const reading = (read as (...parts: unknown[]) => Promise<void>)(...message);
    reading.catch(() => {
      refusals.note('no envelope');
    });
  });
}
