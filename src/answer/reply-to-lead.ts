import type { Program, Route, RuleBook } from '../rule-book/types';
import { fillLine, type Line } from './inline';

/** A reply to somebody outside, ready to send. */
export interface ReplyToLead {
  readonly subject: string;
  readonly body: string;
}

/**
 * The reply to the lead that a route has; null where none is due. It names public pages and the program's mailbox
 * only, and promises nothing.
 *
 * @param name the sender's first name, if the letter gives one safely
 */
export function replyToLead(
  route: Route,
  { book, program, name }: { book: RuleBook; program: Program | null; name: string | null },
): ReplyToLead | null {
  const { reply } = route;
  if (reply === null) return null;
  const context = { book, program, audience: 'outsider' } as const;
  const own = program === null ? undefined : reply.byProgram[program.id];
  const body = own ?? reply.body;
  return {
    subject: outsideText(fillLine(reply.subject, context)),
    body: [
      name === null ? 'Hello,' : `Hello ${name},`,
      outsideText(fillLine(body, context)).trim(),
      'Kind regards',
    ].join('\n\n'),
  };
}

/** Plain text with each page's address written out, since a mail has no links to click on a name. */
function outsideText(line: Line): string {
  return line
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if (piece.kind === 'page') return piece.url;
      return piece.kind === 'portal' && piece.url !== null ? piece.url : piece.value;
    })
    .join('');
}
