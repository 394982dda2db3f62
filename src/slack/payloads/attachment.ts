import { z } from 'zod';
import { textOfBlocks } from './rich-text';
import { joinWithoutRepeats } from './same-words';

const optionalText = z.string().nullish().catch(null);

/** Source: https://docs.slack.dev/legacy/legacy-messaging/legacy-secondary-message-attachments */
const attachment = z.object({
  pretext: optionalText,
  title: optionalText,
  text: optionalText,
  fallback: optionalText,
  fields: z
    .array(z.object({ title: optionalText, value: optionalText }))
    .nullish()
    .catch(null),
  blocks: z.array(z.unknown()).nullish().catch(null),
  message_blocks: z.array(z.unknown()).nullish().catch(null),
  attachments: z.array(z.unknown()).nullish().catch(null),
  files: z.array(z.unknown()).nullish().catch(null),
  is_share: z.boolean().nullish().catch(null),
  is_msg_unfurl: z.boolean().nullish().catch(null),
  from_url: optionalText,
  original_url: optionalText,
});
type Attachment = z.infer<typeof attachment>;

/** What an attachment shows. */
export interface ReadAttachment {
  readonly text: string;
  readonly files: readonly unknown[];
  /** Slack made it of a link in the text; it says what the page says, not what was asked. */
  readonly isPreview: boolean;
}

/** Attachments may hold attachments: a forwarded message does. */
const DEEPEST = 4;
/** Slack shows so many at most. */
const MOST = 20;

/** Reads attachments: texts, fields, blocks, forwarded messages, and what those have attached. */
export function readAttachments(values: readonly unknown[], depth = 0): readonly ReadAttachment[] {
  if (depth > DEEPEST) return [];
  return values.slice(0, MOST).flatMap((value) => {
    const { success, data } = attachment.safeParse(value);
    return success ? [readAttachment(data, depth)] : [];
  });
}

function readAttachment(data: Attachment, depth: number): ReadAttachment {
  const inner = readAttachments(data.attachments ?? [], depth + 1);
  const rows = (data.fields ?? []).map(({ title, value }) =>
    [title, value].filter(Boolean).join(': '),
  );
  const shown = joinWithoutRepeats([
    data.pretext,
    data.title,
    data.text,
    rows.join('\n'),
    textOfBlocks(data.blocks ?? []),
    textOfBlocks((data.message_blocks ?? []).map(blocksOfMessage)),
    ...inner.map(({ text }) => text),
  ]);
  return {
    text: shown === '' ? fallbackOf(data) : shown,
    files: [...(data.files ?? []), ...inner.flatMap(({ files }) => files)],
    isPreview: isPreview(data),
  };
}

/** A forwarded message's blocks lie one level deeper. */
function blocksOfMessage(value: unknown): unknown {
  const { success, data } = z
    .object({ message: z.object({ blocks: z.array(z.unknown()) }) })
    .safeParse(value);
  return success ? data.message.blocks : [];
}

function fallbackOf({ fallback }: Attachment): string {
  return fallback == null || /^\[no preview available\]$/i.test(fallback) ? '' : fallback;
}

function isPreview({ from_url, original_url, is_share, is_msg_unfurl }: Attachment): boolean {
  return (from_url ?? original_url) != null && is_share !== true && is_msg_unfurl !== true;
}
