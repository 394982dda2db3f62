import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { BotLink } from './bot-link';
import type { BotRequest, Retry } from './bot-request';
import type { Ids } from './ids';
import { idOrNull, installation } from './organization';
import type { JsonObject } from './json';
import type { Settings } from './settings';
import type { Channel } from './slack-objects';

interface Parts {
  readonly settings: Settings;
  readonly ids: Ids;
  readonly bot: BotLink;
}

/** One event on its way to the bot, with every attempt made. */
export interface Delivery {
  readonly eventId: string;
  readonly event: JsonObject;
  readonly attempts: BotRequest[];
}

const httpReasons: Readonly<Record<string, string>> = {
  timeout: 'http_timeout',
  lost: 'http_timeout',
  http_error: 'http_error',
  connection_failed: 'connection_failed',
};

/**
 * Sends events and retries them as Slack does.
 * https://docs.slack.dev/apis/events-api
 */
export class EventSender {
  private readonly stopping = new AbortController();

  constructor(private readonly parts: Parts) {
    // Every event that waits for its retry listens for the stop.
    setMaxListeners(0, this.stopping.signal);
  }

  /**
   * Resolves at the acknowledgment or the last attempt. When the next retry lies further away
   * than Slack waits for an answer, it resolves immediately and the retries continue.
   */
  deliver(event: JsonObject, channel?: Channel): Promise<Delivery> {
    const payload = this.callback(event, channel);
    const delivery: Delivery = { eventId: payload.event_id, event, attempts: [] };
    return new Promise((resolve) => {
      void this.attemptAll(delivery, { payload, resolve });
    });
  }

  stop(): void {
    this.stopping.abort();
  }

  private async attemptAll(
    delivery: Delivery,
    { payload, resolve }: { payload: JsonObject; resolve: (delivery: Delivery) => void },
  ): Promise<void> {
    const { settings, bot } = this.parts;
    let retry: Retry | undefined;
    for (const [index, delay] of [0, ...settings.retryDelaysMs].entries()) {
      if (delay > settings.ackTimeoutMs) resolve(delivery);
      if (!(await this.paused(delay))) break;
      const kind = 'events_api';
      const request = await bot.send({ kind, payload, ...(retry !== undefined && { retry }) });
      delivery.attempts.push(request);
      if (request.acknowledged || request.noRetry) break;
      retry = { num: index + 1, reason: reasonFor(request) };
    }
    resolve(delivery);
  }

  /** False when the server stops meanwhile. */
  private async paused(delay: number): Promise<boolean> {
    const { signal } = this.stopping;
    if (delay === 0) return !signal.aborted;
    return wait(delay, true, { signal, ref: false }).catch(() => false);
  }

  private callback(event: JsonObject, channel?: Channel): JsonObject & { event_id: string } {
    const { settings, ids } = this.parts;
    return {
      token: 'local-verification-token',
      team_id: settings.teamId,
      ...(event['type'] !== 'app_mention' && contextOf(settings)),
      api_app_id: settings.appId,
      event,
      type: 'event_callback',
      event_id: ids.next('Ev'),
      event_time: ids.seconds(),
      authorizations: [
        {
          ...installation(settings),
          user_id: settings.botUserId,
          is_bot: true,
        },
      ],
      is_ext_shared_channel: channel?.is_ext_shared ?? false,
      event_context: `4-${ids.secret(12)}`,
    };
  }
}

/** The envelopes of mentions that Slack's own libraries recorded have no context. */
function contextOf({ teamId, enterpriseId }: Settings): JsonObject {
  return { context_team_id: teamId, context_enterprise_id: idOrNull(enterpriseId) };
}

function reasonFor(request: BotRequest): string {
  if (request.transport === 'socket') return 'timeout';
  return httpReasons[request.failure ?? ''] ?? 'unknown_error';
}
