import { context } from './builders';
import type { MessageContent } from './message';
import { escapeText } from './mrkdwn';

/** A message with sentences above it, which people who read the text alone get too. */
export function withRemarks(
  { text, blocks }: MessageContent,
  remarks: readonly string[],
): MessageContent {
  if (remarks.length === 0) return { text, blocks };
  return {
    text: [...remarks, text].join(' '),
    blocks: [...remarks.map((remark) => context(escapeText(remark))), ...blocks],
  };
}
