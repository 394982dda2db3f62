import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import type { RuleBook } from '../../../rule-book/types';
import type { Answer } from '../../../answer/types';
import { fillLine, plainLine } from '../../../answer/inline';
import { PROBABLY } from '../../../answer/plain-text';
import type { ReplyToLead } from '../../../answer/reply-to-lead';
import { context, preformatted, section } from '../../blocks/builders';
import { cut } from '../../blocks/cut';
import { cardBlocks } from '../../blocks/card';
import { choiceBlock } from '../clarify/blocks';
import { type ChannelIds, escapeText } from '../../blocks/mrkdwn';
import { encodeLead, encodeProgram, type LeadState } from './payload';

export const LEAD_MODAL = 'lead';
export const LEAD_ROUTE = 'lead-route';
export const LEAD_PROGRAM = 'lead-program';
export const LEAD_FIELDS = { subject: 'lead-subject', body: 'lead-body' } as const;

/** What a plain-text field holds. Source: https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
const LONGEST_FIELD = 3000;

interface LeadModal {
  readonly answer: Answer;
  readonly book: RuleBook;
  readonly channels: ChannelIds;
  /** The sender's, for the greeting. */
  readonly name: string | null;
  /**
   * The route that was read or chosen, where another one answers for the program: with the program back, it is shown
   * again. Left out: the route shown.
   */
  readonly route?: string | null;
  /** Sentences on the mail itself, such as that only its beginning was there to read. */
  readonly remarks?: readonly string[];
  /** A reply that the person edited before the route or the program changed. */
  readonly edited?: string | null;
}

/** The modal of "Route this lead": what this mail is, what to do, and the reply to the lead, ready to edit and copy. */
export function leadModal(lead: LeadModal): ModalView {
  const { answer, book, channels, name, remarks = [], edited = null } = lead;
  const { route, program } = answer;
  const state: LeadState = {
    version: book.version,
    route: lead.route ?? route?.id ?? null,
    program: program?.id ?? null,
    senderName: name,
  };
  return {
    type: 'modal',
    callback_id: LEAD_MODAL,
    private_metadata: encodeLead(state),
    title: { type: 'plain_text', text: 'Route this lead' },
    close: { type: 'plain_text', text: 'Close' },
    ...(route !== null && { submit: { type: 'plain_text', text: 'Send me this' } as const }),
    blocks: [
      ...remarks.map((remark) => context(escapeText(remark))),
      routeSelect(answer, book),
      programSelect(answer, book),
      ...cardWithChoices(answer, { book, channels }),
      ...replyBlocks(answer, edited),
    ],
  };
}

function cardWithChoices(
  answer: Answer,
  { book, channels }: Pick<LeadModal, 'book' | 'channels'>,
): KnownBlock[] {
  const card = cardBlocks(withoutWhy(answer), channels);
  const choices = choiceBlock(answer, { version: book.version, question: null });
  if (answer.isGuess) card.push(section('*Did you mean …?*'), choices);
  else if (answer.routed.outcome === 'clarify') card.splice(1, 0, choices);
  return card;
}

/** The words that decided stand at the top of the modal already. */
function withoutWhy(answer: Answer): Answer {
  return { ...answer, routed: { ...answer.routed, why: [] } };
}

/** What the mail is about and why, to correct where it is something else. */
function routeSelect({ route, isGuess, routed }: Answer, book: RuleBook): KnownBlock {
  const titleOf = (title: string): string =>
    plainLine(fillLine(title, { book, program: null, audience: 'colleague' }));
  const options = Object.values(book.routes).map(({ id, title }) => option(titleOf(title), id));
  const what =
    route === null ? 'What is it about?' : `${isGuess ? PROBABLY : ''}${titleOf(route.title)}`;
  const why = routed.why.length === 0 ? '' : `\nMatched words: ${routed.why.join(', ')}`;
  return selectBlock(LEAD_ROUTE, {
    text: `*${escapeText(what)}*${escapeText(why)}`,
    placeholder: 'Choose a topic',
    options,
    chosen: route?.id,
  });
}

/** The program that the mail is about, to correct. */
function programSelect({ program }: Answer, book: RuleBook): KnownBlock {
  return selectBlock(LEAD_PROGRAM, {
    text: '*Program*',
    placeholder: 'Choose a program',
    options: [
      ...book.programs.map(({ id, name }) => option(name, encodeProgram(id))),
      option('No program named', encodeProgram(null)),
    ],
    chosen: encodeProgram(program?.id ?? null),
  });
}

interface Select {
  readonly text: string;
  readonly placeholder: string;
  readonly options: PlainTextOption[];
  readonly chosen: string | undefined;
}

/** Slack keeps a selection by block id: another one that is chosen elsewhere takes a new id, so that it shows. */
function selectBlock(id: string, { text, placeholder, options, chosen }: Select): KnownBlock {
  const initial = options.find(({ value }) => value === chosen);
  return {
    type: 'section',
    block_id: cut(`${id}-${chosen ?? ''}`, 255),
    text: { type: 'mrkdwn', text: cut(text, 3000) },
    accessory: {
      type: 'static_select',
      action_id: id,
      placeholder: { type: 'plain_text', text: placeholder },
      options,
      ...(initial !== undefined && { initial_option: initial }),
    },
  };
}

function option(name: string, value: string): PlainTextOption {
  return { text: { type: 'plain_text', text: cut(name, 75) }, value };
}

/** Slack keeps what was typed by block id: another route or program takes new ids, so that the new text shows. */
function replyBlocks({ route, program, reply }: Answer, edited: string | null): KnownBlock[] {
  const earlier = edited === null ? [] : [preformatted('Your earlier edited reply', edited)];
  if (route === null) return earlier;
  if (reply === null) return [context('The sender does not need a reply.'), ...earlier];
  const suffix = `${route.id}-${encodeProgram(program?.id ?? null)}`;
  return [
    { type: 'divider' },
    section('*Reply to the lead*\nEdit it, copy it into your mail, and send it yourself.'),
    ...replyFields(reply, suffix),
    ...earlier,
  ];
}

function replyFields({ subject, body }: ReplyToLead, suffix: string): KnownBlock[] {
  return [
    field({ id: LEAD_FIELDS.subject, suffix, label: 'Subject', value: subject, lines: false }),
    field({ id: LEAD_FIELDS.body, suffix, label: 'Message', value: body, lines: true }),
  ];
}

interface Field {
  readonly id: string;
  readonly suffix: string;
  readonly label: string;
  readonly value: string;
  readonly lines: boolean;
}

function field({ id, suffix, label, value, lines }: Field): KnownBlock {
  return {
    type: 'input',
    block_id: cut(`${id}-${suffix}`, 255),
    optional: true,
    label: { type: 'plain_text', text: label },
    element: {
      type: 'plain_text_input',
      action_id: id,
      multiline: lines,
      max_length: LONGEST_FIELD,
      initial_value: cut(value, LONGEST_FIELD),
    },
  };
}
