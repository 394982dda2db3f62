import type { FetchFunction } from '@slack/web-api';
import { z } from 'zod';
import { TIMEOUTS } from '../timeouts';
import type { DeliveryHealth } from './delivery-health';

/** Methods that show something to a person. Others may lack an optional scope, and the bot answers without them. */
const SHOWS = /\/(?:chat|views)\.[a-zA-Z]+$/;

const outcome = z.object({ ok: z.boolean(), error: z.string().optional() });

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
    return response;
  };
}

async function note(
  deliveryHealth: DeliveryHealth,
  response: Awaited<ReturnType<FetchFunction>>,
): Promise<void> {
  const body: unknown = await response.json().catch(() => undefined);
  const { success, data } = outcome.safeParse(body);
  if (!success) return;
  if (data.ok) deliveryHealth.delivered();
  else deliveryHealth.refused(data.error ?? 'unknown');
}
