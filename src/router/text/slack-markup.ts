const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** A text without these characters is already plain. */
const MARKUP = /[<&:*~`\u200b-\u200f\u2060\ufeff\u00a0]/;

/**
 * Converts Slack's message markup to the visible plain text. Mentions of people are removed, channels become
 * `#name`, links become their label, entities become their character, and emoji names are removed.
 * Source: https://docs.slack.dev/messaging/formatting-message-text
 */
export function stripSlackMarkup(text: string): string {
  if (!MARKUP.test(text)) return text;
  return text
    .replace(/<([^<>]{1,3000})>/g, (_, inner: string) => plainReference(inner))
    .replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/:[a-z0-9_+-]{2,40}:(?!\d)/g, ' ')
    .replace(/[*~`]+/g, ' ')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\u00a0/g, ' ');
}

function plainReference(inner: string): string {
  const [target, label] = splitOnce(inner, '|');
  if (target.startsWith('@') || target.startsWith('!')) return ' ';
  if (target.startsWith('#')) return label === undefined ? ' ' : ` #${label} `;
  if (/^(?:https?:|mailto:|tel:)/.test(target))
    return label ?? target.replace(/^(?:mailto|tel):/, '');
  return ` ${inner} `;
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
