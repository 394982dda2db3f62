import { type Logger, LogLevel } from '@slack/bolt';
import type { Logger as Pino } from 'pino';
import { describeError } from './delivery/describe-error';

/**
 * What Bolt and its packages say above debug that an operator needs, by how it begins; a group is a number or a word of
 * theirs that is kept. Read in @slack/bolt 5.1.0, web-api 8.2.0 and socket-mode 3.1.0.
 */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/^An answer took longer than Slack waits\./, 'An answer took longer than Slack waits.'],
  [/^An incoming event was not acknowledged/, 'A request was not acknowledged in time.'],
  [/^An unhandled error occurred/, 'A listener failed with an error.'],
  [/^An unexpected error occurred during a request/, 'A request failed.'],
  [/^Authorization of incoming event did not succeed/, 'Slack’s Web API rejected the token.'],
  [/^Could not determine the type of an incoming event/, 'A request had an unknown type.'],
  [/^Request body exceeded the maximum allowed size/, 'A request body was too large.'],
  [/^Failed to parse and verify the request data/, 'A request had an invalid signature.'],
  [/^(?:Failed to parse the request body|Malformed request body)/, 'A malformed body came in.'],
  [/^(?:Unhandled|An unhandled) HTTP request/, 'A request had an unknown path.'],
  [/^ack\(\) has already been called/, 'A request was acknowledged twice.'],
  [/^API Call failed due to rate limiting\. Will retry in (\d+)/, 'Slack asks to wait, in s:'],
  [/^http request failed/, 'Slack’s Web API cannot be reached.'],
  [/^Failed to retrieve a new WSS URL/, 'Slack did not return a socket address.'],
  [/^WebSocket error/, 'The socket to Slack failed.'],
  [/^Failed to send/, 'A message could not be sent over the socket to Slack.'],
  [/^A ping wasn't received|^A pong wasn't received/, 'The socket to Slack stopped responding.'],
  [
    /^Peer did not complete the close handshake/,
    'The socket to Slack was closed without a handshake.',
  ],
  [/^Slack API error: (\w+)$/, 'Slack refused a call:'],
  [/^HTTP error (\d+)/, 'Slack answered a call with status'],
];

/** Its own words may quote a body, an address or what a user wrote. */
const OTHER = 'A log line from Bolt is left out, because it may quote a request.';

/**
 * Bolt's log lines through pino, in words of ours: what it says is known line by line, and the rest is left out. Debug
 * lines are dropped at every level: those of Bolt, socket-mode and web-api hold whole payloads. Errors come by name and
 * code only.
 */
export function boltLogger(pino: Pino): Logger {
  const say =
    (level: 'info' | 'warn' | 'error') =>
    (...parts: unknown[]): void => {
      const errors = parts.filter((part) => part instanceof Error).map(describeError);
      const text = parts.find((part) => typeof part === 'string');
      const sentence = text === undefined ? 'An error in Bolt.' : inOurWords(text);
      pino[level]({ from: 'bolt', ...(errors.length > 0 && { errors }) }, sentence);
    };
  return {
    debug: () => undefined,
    info: say('info'),
    warn: say('warn'),
    error: say('error'),
    setLevel: () => undefined,
    setName: () => undefined,
    getLevel: () => LogLevel.INFO,
  };
}

function inOurWords(line: string): string {
  for (const [pattern, sentence] of KNOWN) {
    const found = pattern.exec(line);
    if (found !== null) return found[1] === undefined ? sentence : `${sentence} ${found[1]}`;
  }
  return OTHER;
}
