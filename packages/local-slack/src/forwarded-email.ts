import type { JsonObject } from './json';

export interface Email {
  readonly subject: string;
  readonly from: string;
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly plainText: string;
  readonly headers?: JsonObject;
  /** How much of the text Slack puts into the preview. */
  readonly previewLength?: number;
}

/**
 * The file that an email forwarded into Slack becomes; the message itself has no text.
 * https://docs.slack.dev/reference/objects/file-object
 */
export function emailFile(email: Email, id = 'F0EMAIL'): JsonObject {
  const preview = email.plainText.slice(0, email.previewLength ?? 10_000);
  return {
    id,
    name: email.subject,
    title: email.subject,
    subject: email.subject,
    mimetype: 'text/html',
    mode: 'email',
    filetype: 'email',
    pretty_type: 'Email',
    from: [address(email.from)],
    to: (email.to ?? []).map(address),
    cc: (email.cc ?? []).map(address),
    headers: {
      date: '',
      in_reply_to: null,
      reply_to: null,
      message_id: `<${id}@mail>`,
      ...email.headers,
    },
    plain_text: email.plainText,
    preview_plain_text: preview,
    preview_is_truncated: preview.length < email.plainText.length,
    size: email.plainText.length,
    has_rich_preview: false,
    file_access: 'visible',
  };
}

function address(original: string): JsonObject {
  const at = original.lastIndexOf('<');
  const inside = original.slice(at + 1, -1);
  if (at < 0 || inside === '' || !original.endsWith('>'))
    return { address: original, name: '', original };
  return { address: inside, name: original.slice(0, at).trimEnd(), original };
}
