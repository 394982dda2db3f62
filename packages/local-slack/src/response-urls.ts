import { botEphemeral, botMessage, keptContent } from './bot-message';
import type { Core } from './core';
import { asObject, asString, type JsonObject, parseJson } from './json';
import { type MessageContent, readContent } from './message-content';
import { deliverMessage } from './message-events';
import type { Channel, Ephemeral, Message } from './slack-objects';

const LIFETIME_MS = 30 * 60_000;
const MOST_USES = 5;

/** What a response_url answers for: who acted where, and on which message. */
export interface Occasion {
  readonly kind: 'commands' | 'actions';
  readonly user: string;
  readonly channel: Channel;
  readonly original?: Message | Ephemeral;
}

interface Issued extends Occasion {
  readonly bornAt: number;
  uses: number;
}

export interface UrlAnswer {
  readonly status: number;
  readonly body: string;
  readonly problems: readonly string[];
}

/**
 * The addresses at which an app answers a command or an action: 5 uses in 30 minutes.
 * https://docs.slack.dev/interactivity/handling-user-interaction
 */
export class ResponseUrls {
  /** Known once the server listens. */
  origin = '';
  private readonly issued = new Map<string, Issued>();

  issue(core: Core, occasion: Occasion): string {
    const { teamId, now } = core.settings;
    const path = `/${occasion.kind}/${teamId}/${this.issued.size + 1}/${core.ids.secret(12)}`;
    this.issued.set(path, { ...occasion, bornAt: now(), uses: 0 });
    return `${this.origin}${path}`;
  }

  has(path: string): boolean {
    return path.startsWith('/commands/') || path.startsWith('/actions/');
  }

  use(core: Core, path: string, text: string): UrlAnswer {
    const issued = this.issued.get(path);
    if (issued === undefined) return refusal(404, 'no_service');
    if (core.settings.now() - issued.bornAt > LIFETIME_MS) return refusal(404, 'expired_url');
    if (issued.uses >= MOST_USES) return refusal(404, 'used_url');
    const body = parseJson(text);
    if (body === undefined) return refusal(400, 'invalid_payload');
    issued.uses += 1;
    return answer(core, issued, asObject(body));
  }
}

function refusal(status: number, body: string, problems: readonly string[] = []): UrlAnswer {
  return { status, body, problems };
}

function answer(core: Core, occasion: Occasion, body: JsonObject): UrlAnswer {
  if (isTrue(body['delete_original'])) {
    removeOriginal(core, occasion.original);
    return refusal(200, 'ok');
  }
  const content = readContent(body);
  if ('error' in content) return refusal(400, content.error, content.problems);
  if (isTrue(body['replace_original']) && occasion.original !== undefined) {
    replaceOriginal(core, occasion.original, content);
  } else {
    showAnswer(core, { ...occasion, content, body });
  }
  return refusal(200, 'ok');
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

/**
 * Posts what an app answered to a command or an action; without a response_type only the user sees it. Slack documents
 * `thread_ts` only for what all see.
 * https://docs.slack.dev/interactivity/handling-user-interaction#publishing_in_thread_response
 */
export function showAnswer(
  core: Core,
  { user, channel, content, body }: Occasion & { content: MessageContent; body: JsonObject },
): void {
  if (body['response_type'] === 'in_channel') {
    const threadTs = asString(body['thread_ts']) || undefined;
    const message = core.workspace.post(botMessage(core, content, { channel, threadTs }));
    void deliverMessage(core, message);
    return;
  }
  core.workspace.show(botEphemeral(core, content, { channel, viewer: user }));
}

function replaceOriginal(core: Core, original: Message | Ephemeral, content: MessageContent): void {
  delete original.blocks;
  delete original.attachments;
  Object.assign(original, keptContent(core, content));
  const kind = 'is_ephemeral' in original ? 'ephemeral' : 'message';
  core.workspace.touch({ kind, what: original });
}

function removeOriginal(core: Core, original: Message | Ephemeral | undefined): void {
  if (original === undefined) return;
  if ('is_ephemeral' in original) core.workspace.dismiss(original);
  else core.workspace.remove(original);
}
