import type { Program, Route, RuleBook } from '../rule-book/types';
import { fillLine, type Line } from './inline';

/** A reply to a person outside the company, ready to send. */
export interface ReplyToLead {
  readonly subject: string;
  readonly body: string;
}

/**
 * A route's reply to the lead, or null if the route has none. It names only public pages and the program's mailbox,
 * and it makes no promises.
 *
 * @param name the sender's first name, if the email states it reliably
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

/** Plain text with full URLs, because the reply has no links. */
function outsideText(line: Line): string {
  return line
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if (piece.kind === 'page') return piece.url;
      return piece.kind === 'portal' && piece.url !== null ? piece.url : piece.value;
    })
    .join('');
}
