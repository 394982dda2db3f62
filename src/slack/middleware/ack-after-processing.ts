import type { App, Receiver, ReceiverEvent } from '@slack/bolt';

/**
 * Work on an event is not done, and somebody shall do it later: the event is not acknowledged, so that Slack sends it
 * again. Source: https://docs.slack.dev/apis/events-api#retries
 */
export class RetryLaterError extends Error {
  override readonly name = 'NotYet';
  /** Bolt wraps errors that have no code. */
  readonly code = 'not_yet';
}

/**
 * Bolt acknowledges an event before any listener runs, and what is acknowledged never comes again. With this, over HTTP
 * and over a socket alike, an event is acknowledged when every listener is done, and not at all where one failed.
 */
export function ackAfterProcessing(receiver: Receiver): Receiver {
  const init = receiver.init.bind(receiver);
  receiver.init = (app) => {
    init(holding(app));
  };
  return receiver;
}

/** The app as the receiver sees it. */
function holding(app: App): App {
  const processEvent = (event: ReceiverEvent): Promise<void> =>
    event.body['type'] === 'event_callback' ? hold(app, event) : app.processEvent(event);
  return Object.create(app, { processEvent: { value: processEvent } }) as App;
}

async function hold(app: App, event: ReceiverEvent): Promise<void> {
  await app.processEvent({ ...event, ack: () => Promise.resolve() });
  // After 3 s Slack has stopped listening. It sends the event again, and finds it answered.
  await event.ack().catch(() => undefined);
}
