import { formatDate } from './format-date';

/** A piece of Slack's markup. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike' | 'quote'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'code' | 'preformatted'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string; readonly label: string }
  | { readonly kind: 'user' | 'channel'; readonly id: string; readonly label: string }
  | { readonly kind: 'broadcast'; readonly label: string };

const STYLES = { '*': 'bold', _: 'italic', '~': 'strike' } as const;
const QUOTED = /((?:^&gt;[^\n]*(?:\n|$))+)/m;
const INLINE =
  /`(?<code>[^`\n]+)`|<(?<mark>[^<>\n]+)>|(?<![\p{L}\p{N}])(?<style>[*_~])(?=\S)(?<styled>[^\n]*?\S)\k<style>(?![\p{L}\p{N}])/u;

/**
 * Parses Slack's markup. Escaped text and the markup of other dialects stay text, as in Slack.
 * Source: https://docs.slack.dev/messaging/formatting-message-text
 */
export function parseMrkdwn(source: string): Piece[] {
  return source
    .split(/```\n?([^]+?)\n?```/)
    .flatMap((part, at): Piece[] =>
      at % 2 === 1 ? [{ kind: 'preformatted', text: unescape(part) }] : parseQuotes(part),
    );
}

function parseQuotes(source: string): Piece[] {
  return source.split(QUOTED).flatMap((part, at): Piece[] => {
    if (at % 2 === 0) return parseInline(part);
    const inner = part.replace(/^&gt; ?/gm, '').replace(/\n$/, '');
    return [{ kind: 'quote', pieces: parseInline(inner) }];
  });
}

function parseInline(source: string): Piece[] {
  const match = INLINE.exec(source);
  if (match === null) return textPiece(source);
  const rest = source.slice(match.index + match[0].length);
  return [...textPiece(source.slice(0, match.index)), pieceOf(match), ...parseInline(rest)];
}

function textPiece(text: string): Piece[] {
  return text === '' ? [] : [{ kind: 'text', text: unescape(text) }];
}

function pieceOf({ groups = {} }: RegExpExecArray): Piece {
  const { code, mark, style, styled = '' } = groups;
  if (code !== undefined) return { kind: 'code', text: unescape(code) };
  if (mark !== undefined) return markPiece(mark);
  return { kind: STYLES[style as keyof typeof STYLES], pieces: parseInline(styled) };
}

function markPiece(mark: string): Piece {
  const [target = '', label = ''] = mark.split('|').map(unescape);
  if (target.startsWith('@')) return { kind: 'user', id: target.slice(1), label };
  if (target.startsWith('#')) return { kind: 'channel', id: target.slice(1), label };
  if (target.startsWith('!')) return commandPiece(target, label);
  if (/^(?:https?:\/\/|mailto:)/.test(target)) return { kind: 'link', url: target, label };
  return { kind: 'text', text: label || target };
}

/** Slack calls them special mentions and dates; both begin with an exclamation mark. */
function commandPiece(target: string, label: string): Piece {
  return target.startsWith('!date^')
    ? { kind: 'text', text: formatDate(target) ?? label }
    : { kind: 'broadcast', label: label || target.slice(1) };
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
