import type { KnownBlock, ModalView } from '@slack/types';
import { section } from './builders';
import { escapeText } from './mrkdwn';

/** A modal that says one thing, and may hold something to copy. */
export function noteModal(text: string, more: readonly KnownBlock[] = []): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'Please note' },
    close: { type: 'plain_text', text: 'Close' },
    blocks: [section(escapeText(text)), ...more],
  };
}
