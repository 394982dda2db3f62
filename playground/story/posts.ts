import { type Email, emailFile } from '../../packages/local-slack/src/forwarded-email';
import type { Post } from '../../packages/local-slack/src/acts/post';
import { letters } from './letters';
import { ANA, MINA, PRIYA, TOM } from './people';
import { ANA_AND_TOM, FIELD, LEADS, TEAM } from './places';

function forwarded(email: Email, id: string): Post {
  return { user: TOM, channel: LEADS, files: [emailFile(email, id)] };
}

function pasted(channel: string, { subject, from, plainText }: Email): Post {
  const [sender = from] = from.split(' <');
  return { user: TOM, channel, text: `${sender} writes: “${subject}”\n\n${plainText}` };
}

/** The messages in the channels when the playground opens, oldest first. */
export const posts: readonly Post[] = [
  {
    user: PRIYA,
    channel: TEAM,
    text: 'Morning! Anything on Education, Open Source or Startups that the bot cannot answer: ask it here.',
  },
  {
    user: PRIYA,
    channel: FIELD,
    text: 'A reminder: for a private answer type /program-route and your question. For an answer that all can read, mention @Program Route.',
  },
  {
    user: MINA,
    channel: FIELD,
    text: 'And for a lead’s email: open the message’s menu and choose “Route this lead”. There are some in #inbound-leads.',
  },
  forwarded(letters.education, 'F0EDUCATION'),
  forwarded(letters.openSource, 'F0OPENSOURCE'),
  forwarded(letters.startupRenewal, 'F0STARTUP'),
  forwarded(letters.stuckVerification, 'F0STUCK'),
  pasted(LEADS, letters.checkoutError),
  forwarded(letters.notOurs, 'F0NOTOURS'),
  {
    user: TOM,
    channel: ANA_AND_TOM,
    text: 'Hi Ana, this one came in overnight. Is it yours?',
  },
  pasted(ANA_AND_TOM, letters.stuckVerification),
  {
    user: ANA,
    channel: ANA_AND_TOM,
    text: 'Not sure. I will let the bot route it.',
  },
];
