import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { noteModal } from './blocks/note-modal';
import { OUTDATED } from './blocks/outdated';
import type { Bot } from './bot';
import type { Apology } from './listener-task';
import { parseViewSubmission, type SubmittedView } from './payloads/returned-view';
import type { DeliveryChannel } from './delivery/deliver';
import { apologyChannelsFor } from './block-action';

/** What Slack does with a modal that was submitted; nothing: it closes. */
export type ViewResponse =
  | { readonly response_action: 'update'; readonly view: ModalView }
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> };

/** A submitted view, and the means to answer it. Only the first acknowledgement counts. */
export interface ViewSubmissionRequest extends SubmittedView {
  readonly client: WebClient;
  /** Closes the modal. */
  close(): Promise<void>;
  /** Shows another modal in its place. */
  show(next: ModalView): Promise<void>;
  /** Marks fields as faulty, by their block. */
  refuse(errors: Record<string, string>): Promise<void>;
  /** The channels for an apology: the modal, or a message. */
  apologyChannels(modal: (apology: Apology) => ModalView): DeliveryChannel<Apology>[];
}

type Ack = (response?: ViewResponse) => Promise<void>;

interface ViewArguments {
  readonly ack: Ack;
  readonly body: unknown;
  readonly client: WebClient;
}

/** A listener for a submission: hands on what was submitted, where Slack made it. */
export function onViewSubmission(
  bot: Bot,
  listen: (bot: Bot, submission: ViewSubmissionRequest) => Promise<void>,
): (args: ViewArguments) => Promise<void> {
  return async ({ ack, body, client }) => {
    const payload = parseViewSubmission(body);
    if (payload !== undefined) {
      await listen(bot, submissionOf(payload, once(ack), client));
      return;
    }
    bot.log.warn({ surface: 'modal', outcome: 'malformed' }, 'a malformed submission');
    await ack({ response_action: 'update', view: noteModal(OUTDATED.text) });
  };
}

/** What comes too late for the acknowledgement is not for it any more, and fares as the first one did. */
function once(ack: Ack): Ack {
  let first: Promise<void> | undefined;
  return (response) => (first ??= ack(response));
}

function submissionOf(payload: SubmittedView, ack: Ack, client: WebClient): ViewSubmissionRequest {
  const show = (view: ModalView): Promise<void> => ack({ response_action: 'update', view });
  return {
    ...payload,
    client,
    close: () => ack(),
    show,
    refuse: (errors) => ack({ response_action: 'errors', errors }),
    apologyChannels: (modal) => [
      { name: 'ack', send: (apology) => show(modal(apology)) },
      ...apologyChannelsFor({ client, user: payload.user }),
    ],
  };
}
