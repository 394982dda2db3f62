import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import type { Logger } from 'pino';
import type { ErrorReply } from './error-reply';
import type { InFlight } from './in-flight';
import type { JsonObject } from './json-object';
import { BusyError, StoppingError, UnhandledRequestError } from './request-errors';
import { enter } from './steps';
import type { LoadShedder, PayloadKind } from './transport/load-shedder';

/** A request as it comes in over HTTP or a socket. */
export interface IncomingRequest {
  /** @throws RefusedError where nobody can read it */
  readonly receive: () => Promise<ReceivedRequest> | ReceivedRequest;
  /** Answers it; Slack shows some of these answers to the user. */
  readonly ack: ReceiverEvent['ack'];
  /** Ends it without an answer, if it has none yet: an HTTP status, and nothing over a socket. */
  readonly refuse: (status: number) => void;
}

/** A request that was read, and that anybody may have sent. */
export interface ReceivedRequest {
  /** As far as it shows before it is parsed. */
  readonly kind: PayloadKind;
  /** @throws RefusedError where Slack did not send it */
  readonly authenticate: () => JsonObject;
  readonly retryNum?: number;
  readonly retryReason?: string;
}

interface Parts {
  readonly inFlight: InFlight;
  readonly loadShedder: LoadShedder;
  readonly errorReply: ErrorReply;
  readonly log: Logger;
}

/** What is known of a request so far. */
interface Progress {
  kind?: PayloadKind;
  body?: JsonObject;
  isAcknowledged: boolean;
}

/**
 * Takes every request from both receivers to its end: receive, authenticate, admit, then Bolt, whose listener routes,
 * renders and delivers. Bolt sees it as its receiver. Here stands the only call of `processEvent`.
 */
export class Pipeline implements Receiver {
  private app: App | undefined;
  private isStopping = false;

  constructor(private readonly parts: Parts) {}

  init(app: App): void {
    this.app = app;
  }

  /** The transport opens by itself. */
  start(): Promise<void> {
    return Promise.resolve();
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  /** From now on the pipeline begins nothing new. */
  refuseNew(): void {
    this.isStopping = true;
  }

  /** Handles one request. Resolves when it has an answer and its listener is done; never rejects. */
  async handle(request: IncomingRequest): Promise<void> {
    const progress: Progress = { isAcknowledged: false };
    const ack: ReceiverEvent['ack'] = (response) => {
      progress.isAcknowledged = true;
      return request.ack(response);
    };
    const { inFlight, errorReply } = this.parts;
    try {
      enter('receive');
      const received = await request.receive();
      progress.kind = received.kind;
      enter('authenticate');
      const body = received.authenticate();
      progress.body = body;
      enter('admit');
      this.admit(received.kind);
      await inFlight.track(() => this.dispatch(received, { body, ack, progress }));
    } catch (error) {
      await inFlight.track(() =>
        errorReply.send({ ...progress, ack, refuse: request.refuse, error }),
      );
    }
  }

  /**
   * Whether the bot can take one more request. Bolt's global middleware then asks whether it may answer this person: see
   * `middleware/access-control.ts`.
   */
  private admit(kind: PayloadKind): void {
    if (this.isStopping) throw new StoppingError();
    const { loadShedder, inFlight } = this.parts;
    if (!loadShedder.admits(kind, inFlight.count)) throw new BusyError();
  }

  /**
   * Bolt acknowledges an event before any listener runs, and what is acknowledged never comes again. Here an event is
   * acknowledged when its listener is done, and not at all where it failed.
   */
  private async dispatch(
    { retryNum, retryReason }: ReceivedRequest,
    { body, ack, progress }: { body: JsonObject; ack: ReceiverEvent['ack']; progress: Progress },
  ): Promise<void> {
    const handshake = handshakeResponse(body);
    if (handshake !== undefined) return ack(handshake);
    if (body['type'] === 'app_rate_limited') {
      this.parts.log.warn({ hint: RATE_LIMITED_HINT }, 'Slack sends no events for a while');
      return ack();
    }
    const isEvent = body['type'] === 'event_callback';
    await this.app?.processEvent({
      body,
      ack: isEvent ? () => Promise.resolve() : ack,
      ...(retryNum !== undefined && { retryNum }),
      ...(retryReason !== undefined && { retryReason }),
    });
    // After 3 s Slack has stopped listening. It sends the event again, and finds it answered.
    if (isEvent) await ack().catch(() => undefined);
    else if (!progress.isAcknowledged) throw new UnhandledRequestError();
  }
}

/** Source: https://docs.slack.dev/reference/events/app_rate_limited */
const RATE_LIMITED_HINT =
  'More than 30,000 events came within an hour. Slack drops events for a minute: nobody gets an answer to these.';

/**
 * What Slack asks of the address itself, not of the app; undefined for all else.
 * Sources: https://docs.slack.dev/reference/events/url_verification,
 * https://docs.slack.dev/interactivity/implementing-slash-commands
 */
function handshakeResponse(body: JsonObject): string | object | undefined {
  if (body['ssl_check'] === '1') return '';
  return body['type'] === 'url_verification' ? { challenge: body['challenge'] } : undefined;
}
