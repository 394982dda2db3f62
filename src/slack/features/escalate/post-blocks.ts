import type { ActionsBlock, Button, KnownBlock } from '@slack/types';
import { fillLine, plainLine } from '../../../answer/inline';
import type { Routed } from '../../../router/types';
import type { RuleBook } from '../../../rule-book/types';
import { context, section } from '../../blocks/builders';
import type { MessageContent } from '../../blocks/message';
import { escapeText } from '../../blocks/mrkdwn';
import type { Sign } from '../../signed-value';
import { encodeStep, type TeamStep } from './payload';

/** Action ids of the buttons below the team's post. */
export const TEAM_STEP = /^escalation-(?:taken|answered|closed)$/;

const BUTTON_TEXTS = { taken: 'I’ll take this', answered: 'Answered', closed: 'Close' } as const;
const STATUS_TEXTS = { taken: 'Taken', answered: 'Answered', closed: 'Closed' } as const;
const BUTTONS = 'escalation-buttons';
const STATUS = 'escalation-status';

/** A question that goes to the team. */
export interface TeamPost {
  /** In the store. */
  readonly id: string;
  readonly askedBy: string;
  /** As its asker edited it. */
  readonly question: string;
  /** To the message or the thread where it was asked; null where there is none to show. */
  readonly link: string | null;
  readonly routed: Routed;
}

/** Block id of the first block of a post, to find the post again. */
export function postMark(id: string): string {
  return `escalation-${id}`;
}

/** The post: who asks, the question as plain text in which nothing is live, what is known of it, and the buttons. */
export function teamPost(
  post: TeamPost,
  { book, sign }: { book: RuleBook; sign: Sign },
): MessageContent {
  const { id, askedBy, question } = post;
  return {
    text: `<@${askedBy}> asks: ${escapeText(question)}`,
    blocks: [
      { ...section(`<@${askedBy}> asks:`), block_id: postMark(id) },
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text: question }] }],
      },
      ...knownLines(post, book).map(context),
      stepButtons(post, ['taken', 'answered', 'closed'], sign),
    ],
  };
}

function knownLines({ link, routed }: TeamPost, book: RuleBook): string[] {
  const titles = routed.candidates.flatMap(({ route }) => routeTitle(route, routed.program, book));
  const program = book.programs.find(({ id }) => id === routed.program);
  return [
    ...(link === null ? [] : [`<${link}|Where it was asked>`]),
    ...(titles.length === 0 ? [] : [`My closest answers: ${titles.map(escapeText).join(' · ')}`]),
    ...(program === undefined ? [] : [`Program: ${escapeText(program.name)}`]),
  ];
}

function routeTitle(id: string, programId: string | null, book: RuleBook): string[] {
  const route = book.routes[id];
  if (route === undefined) return [];
  const program = book.programs.find((one) => one.id === programId) ?? null;
  return [plainLine(fillLine(route.title, { book, program, audience: 'colleague' }))];
}

type Escalation = Pick<TeamPost, 'id' | 'askedBy'>;

function stepButtons(
  { id, askedBy }: Escalation,
  steps: readonly TeamStep[],
  sign: Sign,
): ActionsBlock {
  const elements = steps.map((step): Button => ({
    type: 'button',
    action_id: `escalation-${step}`,
    text: { type: 'plain_text', text: BUTTON_TEXTS[step] },
    value: encodeStep({ id, askedBy, step }, sign),
  }));
  return { type: 'actions', block_id: BUTTONS, elements };
}

/**
 * The blocks of a post after a step: the post, who took the step, and the buttons for what may come next.
 *
 * @param blocks of the post, as Slack returns them with the press
 */
export function blocksAfter(
  blocks: readonly unknown[],
  { step, by, ...escalation }: Escalation & { readonly step: TeamStep; readonly by: string },
  sign: Sign,
): KnownBlock[] {
  const kept = (blocks as readonly KnownBlock[]).filter(
    ({ block_id: id }) => id !== BUTTONS && id !== STATUS,
  );
  const status = { ...context(`${STATUS_TEXTS[step]} by <@${by}>`), block_id: STATUS };
  const next = step === 'taken' ? [stepButtons(escalation, ['answered', 'closed'], sign)] : [];
  return [...kept, status, ...next];
}
