import type { MessageContent } from './blocks/message';
import type { RequestOutcome } from './listener-task';
import { enter } from './steps';

/** How a listener answers a question, in three steps, each on the outcome of the one before. */
export interface QuestionSteps<D, C> {
  /** Decides what to answer. */
  readonly route: () => D;
  /** Makes the message or the modal of it, without a call to Slack. */
  readonly render: (decision: D) => RenderedAnswer<C>;
  /** Gives it to the person; resolves with the name of the channel, where it is not the usual one. */
  readonly deliver: (content: C) => Promise<string | undefined>;
}

export interface RenderedAnswer<C = MessageContent> {
  readonly content: C;
  readonly done: RequestOutcome;
}

/** The last three steps of the pipeline: the same for a command, a mention, a direct message and an email. */
export async function answerQuestion<D, C>(steps: QuestionSteps<D, C>): Promise<RequestOutcome> {
  enter('route');
  const decision = steps.route();
  enter('render');
  const { content, done } = steps.render(decision);
  enter('deliver');
  const place = await steps.deliver(content);
  return place === undefined ? done : { ...done, place };
}
