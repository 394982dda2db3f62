import type { FetchFunction } from '@slack/web-api';
import { z } from 'zod';
import { TIMEOUTS } from '../timeouts';
import type { DeliveryHealth } from './delivery-health';

/** Methods that show something to a person. Others may lack an optional scope, and the bot answers without them. */
const SHOWS = /\/(?:chat|views)\.[a-zA-Z]+$/;

/** At the end of an address of the Web API; a response_url ends otherwise. */
const METHOD = /\/[a-zA-Z]+(?:\.[a-zA-Z]+)+$/;

const outcome = z.object({ ok: z.boolean(), error: z.string().optional() });

/** A response_url took a message with HTTP 200, and says in JSON that it does not show it. */
export class ResponseUrlError extends Error {
  override readonly name = 'ResponseUrlError';
  readonly code = 'response_url_refused';
}

type Response = Awaited<ReturnType<FetchFunction>>;

/**
 * Fetches from Slack: gives up in time, on a response_url too, and keeps note of what Slack takes.
 *
 * @param fetch whose responses can be read more than once
 */
export function slackFetch(deliveryHealth: DeliveryHealth, fetch: FetchFunction): FetchFunction {
  return async (url, init) => {
    const signal = init?.signal ?? AbortSignal.timeout(TIMEOUTS.responseUrl);
    const response = await fetch(url, { ...init, signal });
    if (SHOWS.test(String(url))) await note(deliveryHealth, response);
    else if (!METHOD.test(String(url)) && (await isRefusal(response))) throw new ResponseUrlError();
    return response;
  };
}

async function isRefusal(response: Response): Promise<boolean> {
  const body: unknown = await response.json().catch(() => undefined);
  return outcome.safeParse(body).data?.ok === false;
}

async function note(deliveryHealth: DeliveryHealth, response: Response): Promise<void> {
  const body: unknown = await response.json().catch(() => undefined);
  const { success, data } = outcome.safeParse(body);
  if (!success) return;
  if (data.ok) deliveryHealth.delivered();
  else deliveryHealth.refused(data.error ?? 'unknown');
}
