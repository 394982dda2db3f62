import type { ServerResponse } from 'node:http';
import { type ReceiverEvent, ReceiverMultipleAckError } from '@slack/bolt';

/**
 * An acknowledgement whose response goes out in one write. Bolt's own leaves the length open, and Node then writes five
 * pieces to the socket.
 *
 * @throws ReceiverMultipleAckError where the request has an answer already
 */
export function ackInOneWrite(response: ServerResponse): ReceiverEvent['ack'] {
  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws is to be a rejection
  return async (content) => {
    if (response.headersSent) throw new ReceiverMultipleAckError();
    send(response, content);
  };
}

/** A text as it is, anything else as JSON; nothing as an empty response. */
function send(response: ServerResponse, content: unknown): void {
  const body = content ?? '';
  if (typeof body === 'string') {
    response.writeHead(200, { 'content-length': Buffer.byteLength(body) }).end(body);
    return;
  }
  const json = JSON.stringify(body);
  const length = Buffer.byteLength(json);
  response
    .writeHead(200, { 'content-type': 'application/json', 'content-length': length })
    .end(json);
}
