/** Blocks hold blocks, which hold elements; what is nested deeper is not text that anyone typed. */
const DEEPEST = 12;

type Fields = Readonly<Record<string, unknown>>;

/** What a reader presses or fills in, and what only a client shows, is no text of a message. */
const WITHOUT_TEXT: ReadonlySet<unknown> = new Set([
  ...['actions', 'context_actions', 'input', 'button', 'divider', 'file', 'image', 'video'],
  ...['user', 'usergroup', 'channel', 'team', 'broadcast', 'emoji', 'color'],
]);
const LINES: ReadonlySet<unknown> = new Set([
  ...['section', 'header', 'context', 'markdown', 'table', 'data_table', 'card', 'mrkdwn'],
  ...['plain_text', 'raw_text'],
]);

/**
 * The text that blocks show, whatever their kind: sections with their fields, headers, context, Markdown, rich text, and
 * tables row by row. Each section, list item, quote, and row is a line.
 * Source: https://docs.slack.dev/reference/block-kit/blocks
 */
export function textOfBlocks(value: unknown, depth = 0): string {
  if (depth > DEEPEST) return '';
  if (Array.isArray(value)) return value.map((one) => textOfBlocks(one, depth + 1)).join('');
  if (typeof value !== 'object' || value === null) return '';
  const fields = value as Fields;
  const { type } = fields;
  if (WITHOUT_TEXT.has(type)) return '';
  const text = `${ownText(fields, depth)}${partsOf(fields, depth)}`;
  return endsLine(type) && text !== '' && !text.endsWith('\n') ? `${text}\n` : text;
}

function ownText({ type, text, url, fallback }: Fields, depth: number): string {
  if (typeof text === 'string') return text;
  if (type === 'link' && typeof url === 'string') return url;
  if (type === 'date' && typeof fallback === 'string') return fallback;
  return textOfBlocks(text, depth + 1);
}

/** What a block holds besides its own text. */
function partsOf({ title, subtitle, body, elements, fields, rows }: Fields, depth: number): string {
  const parts = [title, subtitle, body, elements, fields].map((part) =>
    typeof part === 'string' ? `${part}\n` : textOfBlocks(part, depth + 1),
  );
  return `${parts.join('')}${textOfRows(rows, depth)}`;
}

/** Cells stand on one line, a blank apart. */
function textOfRows(rows: unknown, depth: number): string {
  if (!Array.isArray(rows)) return '';
  const lines = rows.map((row: unknown) => {
    const cells = Array.isArray(row) ? row : cellsOf(row);
    return cells.map((cell: unknown) => textOfBlocks(cell, depth + 2).trim()).join(' ');
  });
  return lines.map((line) => `${line.trim()}\n`).join('');
}

function cellsOf(row: unknown): readonly unknown[] {
  const cells = typeof row === 'object' && row !== null ? (row as Fields)['cells'] : undefined;
  return Array.isArray(cells) ? cells : [];
}

function endsLine(type: unknown): boolean {
  return String(type).startsWith('rich_text_') || LINES.has(type);
}
