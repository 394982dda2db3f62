import type { ServerResponse } from 'node:http';
import { type HTTPResponseAck, type ReceiverEvent, ReceiverMultipleAckError } from '@slack/bolt';

/**
 * Bolt's acknowledgement with its timer and its refusal of a second one; only the response goes out in one piece. Bolt
 * leaves its length open, and Node then writes five pieces to the socket.
 *
 * @throws ReceiverMultipleAckError where the request is acknowledged already
 */
export function ackInOneWrite(
  ack: HTTPResponseAck,
  response: ServerResponse,
): ReceiverEvent['ack'] {
  let isAcknowledged = false;
  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws is to be a rejection
  return async (content) => {
    if (isAcknowledged) throw new ReceiverMultipleAckError();
    isAcknowledged = true;
    ack.ack();
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
