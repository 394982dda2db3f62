import type {
  ContextBlock,
  HeaderBlock,
  KnownBlock,
  RichTextBlock,
  SectionBlock,
} from '@slack/types';
import { cut } from './cut';

/** Source: https://docs.slack.dev/reference/block-kit/blocks */
const LIMITS = { section: 3000, header: 150, context: 2000 } as const;

/** A block of Slack's markup. */
export function section(text: string): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text: cut(text, LIMITS.section) } };
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: { type: 'plain_text', text: cut(text, LIMITS.header) } };
}

/** Small, quiet text. */
export function context(text: string): ContextBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text: cut(text, LIMITS.context) }] };
}

/** Somebody's words as plain text in which nothing is live. */
export function quote(text: string): RichTextBlock {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text }] }],
  };
}

/** A text to copy, with a line above that says what it is. */
export function preformatted(label: string, text: string): RichTextBlock {
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [{ type: 'text', text: label, style: { bold: true } }],
      },
      {
        type: 'rich_text_preformatted',
        elements: [{ type: 'text', text: cut(text, LIMITS.section) }],
      },
    ],
  };
}

export function isBlock(block: KnownBlock | undefined): block is KnownBlock {
  return block !== undefined;
}
