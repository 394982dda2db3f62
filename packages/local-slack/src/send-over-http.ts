import { type IncomingMessage, request } from 'node:http';
import { type Answer, type BotPayload, failed } from './bot-request';
import { parseJson } from './json';
import type { Settings } from './settings';
import { signatureHeaders } from './sign';

const FORM = 'application/x-www-form-urlencoded';

/**
 * One signed request to the bot's Request URL.
 * https://docs.slack.dev/apis/events-api, https://docs.slack.dev/interactivity/handling-user-interaction
 */
export function sendOverHttp(
  payload: BotPayload,
  settings: Settings,
  signal: AbortSignal,
): Promise<Answer> {
  const body = encode(payload);
  const headers = {
    'content-type': payload.kind === 'events_api' ? 'application/json' : FORM,
    'content-length': Buffer.byteLength(body),
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    ...signatureHeaders(settings.signingSecret, body),
    ...retryHeaders(payload),
  };
  return new Promise((resolve) => {
    const url = settings.eventsUrl;
    const outgoing = request(url, { method: 'POST', headers, signal, agent: false }, (response) => {
      void readAnswer(response).then(resolve);
    });
    outgoing.on('error', () => {
      resolve(failed(signal.aborted ? 'timeout' : 'connection_failed'));
    });
    outgoing.end(body);
  });
}

function encode({ kind, payload }: BotPayload): string {
  if (kind === 'events_api') return JSON.stringify(payload);
  if (kind === 'interactive') {
    return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  }
  return new URLSearchParams(payload as Record<string, string>).toString();
}

function retryHeaders({ retry }: BotPayload): Record<string, string> {
  if (retry === undefined) return {};
  return { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason };
}

async function readAnswer(response: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of response) chunks.push(chunk as Buffer);
  } catch {
    return failed('timeout');
  }
  const text = Buffer.concat(chunks).toString('utf8');
  const status = response.statusCode ?? 0;
  const isOk = status >= 200 && status < 300;
  return {
    status,
    body: parseJson(text) ?? text,
    failure: isOk ? null : 'http_error',
    noRetry: response.headers['x-slack-no-retry'] === '1',
  };
}
