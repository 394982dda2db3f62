import type { AutomaticMail } from '../router/text/automatic-mail';

/** What is said of a mail that asks for nothing. */
export const AUTOMATIC_SENTENCES: Readonly<Record<AutomaticMail, string>> = {
  'out-of-office': 'This is an automatic reply: nothing to route.',
  bounce: 'This mail could not be delivered: nothing to route. Check the address.',
  receipt: 'This is a receipt: nothing to route.',
  ticket: 'This confirms that a request arrived: nothing to route.',
  calendar: 'This is a calendar notice: nothing to route.',
  thanks: 'This is a thank-you: nothing to route.',
};
