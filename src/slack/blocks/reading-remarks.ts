import type { ReceivedEmail } from '../payloads/received-email';

/** What somebody should know of how a message was read: what is missing from it. */
export function readingRemarks({
  isCut,
  unread,
  mails,
}: Pick<ReceivedEmail, 'isCut' | 'unread' | 'mails'>): string[] {
  return [
    ...(isCut ? ['Slack shows me only the start of this email.'] : []),
    ...(mails > 1 ? [`This message has ${mails} emails. I read the first one.`] : []),
    ...(unread.length > 0 ? [`I can't read ${listed(unread)} files.`] : []),
  ];
}

function listed(kinds: readonly string[]): string {
  if (kinds.length < 2) return kinds.join('');
  return `${kinds.slice(0, -1).join(', ')} and ${kinds.slice(-1).join('')}`;
}
