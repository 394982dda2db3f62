const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** What is none of these is plain text already. */
const MARKUP = /[<&:*~`]/;

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
    .replace(/(?<!\d):[a-z0-9_+-]{2,40}:(?!\d)/g, ' ')
    .replace(/[*~`]+/g, ' ');
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
