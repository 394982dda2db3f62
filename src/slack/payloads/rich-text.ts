/** The texts of blocks, one after the other; each list item, quote and section is a line. */
export function textOfBlocks(value: unknown, depth = 0): string {
  if (depth > 12) return '';
  if (Array.isArray(value)) return value.map((one) => textOfBlocks(one, depth + 1)).join('');
  if (typeof value !== 'object' || value === null) return '';
  const { type, text, elements, fields } = value as Record<string, unknown>;
  const own = typeof text === 'string' ? text : textOfBlocks(text, depth + 1);
  const inner = textOfBlocks(elements, depth + 1) + textOfBlocks(fields, depth + 1);
  return `${own}${inner}${endsLine(type) ? '\n' : ''}`;
}

function endsLine(type: unknown): boolean {
  const name = String(type);
  return name.startsWith('rich_text_') || ['section', 'header', 'mrkdwn'].includes(name);
}
