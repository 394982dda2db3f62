import { slackbotTells } from '../bot-message';
import type { BotRequest } from '../bot-request';
import type { Core } from '../core';
import type { Ephemeral, Message, OpenView } from '../slack-objects';

/** What appeared or changed before the user's eyes since they acted; later replies join in. */
export interface UserSees {
  readonly ephemerals: readonly Ephemeral[];
  /** Of others, in the channel of the act. */
  readonly messages: readonly Message[];
  /** The modal on top. */
  readonly modal: OpenView | undefined;
  readonly home: OpenView | undefined;
}

export interface Outcome {
  readonly acknowledged: boolean;
  /** The HTTP status; null in Socket Mode, and when nothing came or nothing was sent. */
  readonly status: number | null;
  readonly ms: number;
  readonly ackBody: unknown;
  /** What is wrong with the content of the acknowledgment. */
  readonly problems: readonly string[];
  readonly userSees: UserSees;
}

export interface Act {
  readonly user: string;
  readonly channel: string;
}

/** Call before the act; the result looks at what changed since. */
export function watch(core: Core, { user, channel }: Act): () => UserSees {
  const { workspace, views } = core;
  const since = workspace.moment();
  const isNew = (thing: object): boolean => workspace.changedSince(thing, since);
  return () => {
    const top = views.stackOf(user).at(-1);
    const home = views.homeOf(user);
    return {
      ephemerals: workspace.ephemerals.filter(
        (ephemeral) => ephemeral.viewer === user && isNew(ephemeral),
      ),
      messages: workspace
        .messagesIn(channel)
        .filter((message) => message.user !== user && isNew(message)),
      modal: top && isNew(top) ? top : undefined,
      home: home && isNew(home) ? home : undefined,
    };
  };
}

interface Ending {
  /** Undefined when Slack had nothing to send. */
  readonly request: BotRequest | undefined;
  readonly look: () => UserSees;
  readonly problems?: readonly string[];
}

export function outcomeOf({ request, look, problems = [] }: Ending): Outcome {
  return {
    acknowledged: request?.acknowledged ?? false,
    status: request?.status ?? null,
    ms: request?.ms ?? 0,
    ackBody: request?.ackBody,
    problems,
    get userSees() {
      return look();
    },
  };
}

/** Slack's own code for a request that failed, as its clients show it. */
function failureCode({ failure, status }: BotRequest): string {
  if (failure === 'timeout' || failure === 'lost') return 'operation_timeout';
  if (failure === 'connection_failed') return 'dispatch_failed';
  return (status ?? 0) >= 500 ? 'http_service_error' : 'http_client_error';
}

export function tellFailure(core: Core, request: BotRequest, act: Act & { what: string }): void {
  if (request.acknowledged) return;
  const text = `${act.what} failed with the error "${failureCode(request)}"`;
  slackbotTells(core, { user: act.user, channel: act.channel, text });
}
