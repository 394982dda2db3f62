import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { noteModal } from './blocks/note-modal';
import { OUTDATED } from './blocks/outdated';
import type { Bot } from './bot';
import type { Sorry } from './run-listener';
import { readSubmission, type Submitted } from './payloads/returned-view';
import type { Way } from './delivery/deliver';
import { sorryTo } from './block-action';

/** What Slack does with a modal that was submitted; nothing: it closes. */
export type ViewResponse =
  | { readonly response_action: 'update'; readonly view: ModalView }
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> };

/** A submitted view, and the means to answer it. Only the first acknowledgement counts. */
export interface Submission extends Submitted {
  readonly client: WebClient;
  /** Closes the modal. */
  close(): Promise<void>;
  /** Shows another modal in its place. */
  show(next: ModalView): Promise<void>;
  /** Marks fields as faulty, by their block. */
  refuse(errors: Record<string, string>): Promise<void>;
  /** The ways to say that it led to nothing: in the modal, or as a message. */
  sorry(modal: (sorry: Sorry) => ModalView): Way<Sorry>[];
}

type Ack = (response?: ViewResponse) => Promise<void>;

interface ViewArguments {
  readonly ack: Ack;
  readonly body: unknown;
  readonly client: WebClient;
}

/** A listener for a submission: hands on what was submitted as far as it is one of ours. */
export function onSubmit(
  bot: Bot,
  listen: (bot: Bot, submission: Submission) => Promise<void>,
): (args: ViewArguments) => Promise<void> {
  return async ({ ack, body, client }) => {
    const submitted = readSubmission(body);
    if (submitted !== undefined) {
      await listen(bot, submissionOf(submitted, once(ack), client));
      return;
    }
    bot.log.warn({ surface: 'modal', outcome: 'malformed' }, 'a submission that is none');
    await ack({ response_action: 'update', view: noteModal(OUTDATED.text) });
  };
}

/** What comes too late for the acknowledgement is not for it any more, and fares as the first one did. */
function once(ack: Ack): Ack {
  let first: Promise<void> | undefined;
  return (response) => (first ??= ack(response));
}

function submissionOf(submitted: Submitted, ack: Ack, client: WebClient): Submission {
  const show = (view: ModalView): Promise<void> => ack({ response_action: 'update', view });
  return {
    ...submitted,
    client,
    close: () => ack(),
    show,
    refuse: (errors) => ack({ response_action: 'errors', errors }),
    sorry: (modal) => [
      { name: 'ack', say: (sorry) => show(modal(sorry)) },
      ...sorryTo({ client, user: submitted.user }),
    ],
  };
}
