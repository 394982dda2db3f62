import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import type { RuleBook } from '../../../rule-book/types';
import type { Answer } from '../../../answer/answer';
import { fillLine, plainLine } from '../../../answer/inline';
import type { ReplyToLead } from '../../../answer/reply-to-lead';
import { context, section } from '../../blocks/builders';
import { cut } from '../../blocks/cut';
import { cardBlocks } from '../../blocks/card';
import { choiceBlock } from '../clarify/blocks';
import { type ChannelIds, escapeText } from '../../blocks/mrkdwn';
import { encodeLead, encodeProgram, type LeadState } from './payload';

export const LEAD_MODAL = 'lead';
export const LEAD_PROGRAM = 'lead-program';
export const LEAD_FIELDS = { subject: 'lead-subject', body: 'lead-body' } as const;

interface LeadModal {
  readonly answer: Answer;
  readonly book: RuleBook;
  readonly channels: ChannelIds;
  /** The sender's, for the greeting. */
  readonly name: string | null;
  /** Sentences on the mail itself, such as that only its beginning was there to read. */
  readonly remarks?: readonly string[];
}

/** The modal of "Route this lead": what this mail is, what to do, and the reply to the lead, ready to edit and copy. */
export function leadModal({ name, remarks = [], ...shown }: LeadModal): ModalView {
  const { answer, book, channels } = shown;
  const { route, program } = answer;
  const state: LeadState = {
    version: book.version,
    route: route?.id ?? null,
    program: program?.id ?? null,
    senderName: name,
  };
  const blocks = cardBlocks(withoutWhy(answer), channels);
  if (answer.routed.outcome === 'clarify') {
    blocks.splice(1, 0, choiceBlock(answer, { version: book.version, question: null }));
  }
  if (route !== null) blocks.unshift(whatItIs(answer, book));
  blocks.unshift(...remarks.map((remark) => context(escapeText(remark))));
  return {
    type: 'modal',
    callback_id: LEAD_MODAL,
    private_metadata: encodeLead(state),
    title: { type: 'plain_text', text: 'Route this lead' },
    close: { type: 'plain_text', text: 'Close' },
    ...(route !== null && { submit: { type: 'plain_text', text: 'Send me this' } as const }),
    blocks: [...blocks, ...replyBlocks(answer.reply, state)],
  };
}

/** The words that decided stand at the top of the modal already. */
function withoutWhy(answer: Answer): Answer {
  return { ...answer, routed: { ...answer.routed, why: [] } };
}

/** What the mail is, why, and of which program: to be corrected where it is another one. */
function whatItIs({ route, program, routed }: Answer, book: RuleBook): KnownBlock {
  const title =
    route === null ? [] : fillLine(route.title, { book, program, audience: 'colleague' });
  const why = routed.why.length === 0 ? '' : `\nBecause of: ${routed.why.join(', ')}`;
  const options: PlainTextOption[] = [
    ...book.programs.map(({ id, name }) => option(name, encodeProgram(id))),
    option('No program named', encodeProgram(null)),
  ];
  const chosen = options.find(({ value }) => value === encodeProgram(program?.id ?? null));
  return {
    type: 'section',
    block_id: 'program',
    text: {
      type: 'mrkdwn',
      text: cut(`*${escapeText(plainLine(title))}*${escapeText(why)}`, 3000),
    },
    accessory: {
      type: 'static_select',
      action_id: LEAD_PROGRAM,
      options,
      ...(chosen !== undefined && { initial_option: chosen }),
    },
  };
}

function option(name: string, value: string): PlainTextOption {
  return { text: { type: 'plain_text', text: cut(name, 75) }, value };
}

/** Slack keeps what was typed by block id: another route or program takes new ids, so that the new text shows. */
function replyBlocks(reply: ReplyToLead | null, { route, program }: LeadState): KnownBlock[] {
  if (route === null) return [];
  if (reply === null) return [context('No reply to the sender is due.')];
  const suffix = `${route}-${encodeProgram(program)}`;
  return [
    { type: 'divider' },
    section('*Reply to the lead*\nEdit it, copy it into your mail, and send it yourself.'),
    field({
      id: LEAD_FIELDS.subject,
      suffix,
      label: 'Subject',
      value: reply.subject,
      lines: false,
    }),
    field({ id: LEAD_FIELDS.body, suffix, label: 'Message', value: reply.body, lines: true }),
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
      initial_value: cut(value, 3000),
    },
  };
}
