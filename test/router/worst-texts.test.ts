import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { openRuleBook } from '../../src/loader/open-rule-book';
import { maskSecrets } from '../../src/log/mask-secrets';
import { isTraceable, mask } from '../../src/answer/mask';
import { escapeText } from '../../src/slack/blocks/mrkdwn';
import { automaticMail } from '../../src/router/text/automatic-mail';
import { normalizeText } from '../../src/router/text/normalize-text';
import { splitEmail } from '../../src/router/text/split-email';
import { emailSenderIn } from '../../src/slack/payloads/email-sender';

const { router } = openRuleBook(join(__dirname, '..', '..', 'rules'));

/** What grows too fast shows it here; single expressions are tried on a million characters (`test/slow/expressions`). */
const LENGTH = 250_000;
/** Within so many milliseconds, that many characters are no trouble at all. */
const QUICK = 25;
/** An eighth takes an eighth where time grows with the text, a sixty-fourth where it grows with its square. */
const SHARE = 8;
/** How much longer than in proportion a run may take on a busy machine. */
const NOISE = 4;

/** What the expressions that read texts might stumble over, over and over: half a link, half an address, half a quote. */
const STUMBLES = [
  ...[
    'a',
    'a ',
    ' ',
    '\n',
    '\n ',
    '0',
    '1.',
    '$',
    '#',
    "a'",
    "A'",
    '.',
    '-',
    '—',
    '*',
    '~`',
    '(',
    '&',
    '&amp',
    'é',
    '日',
  ],
  ...[
    '<',
    '<a',
    '<@',
    '<!',
    '<http://a|',
    '@',
    'a@',
    'a@a.',
    'x@y.z ',
    'http://',
    'https://a',
    ':a',
    ':a:',
    '?" ',
  ],
  ...[
    '> ',
    '| ',
    'hi ',
    'hi,',
    'On ',
    'on a',
    'thanks\n',
    'subject:',
    're: ',
    'from: ',
    '+1 (',
    '12-',
    'not ',
    'ask the ',
  ],
  ...[
    'From: a\n',
    'To: a\n\n',
    'On 1:00 a\n',
    'On 1:00 a wrote:\n> b\n',
    'wrote:\n',
    '-----\n',
    '_________\n',
    'this e-mail ',
    'intended recipient ',
    'Best\n\n',
    '\u00ad',
    '\ud800',
    '\uff21',
  ],
];

function longText(stumble: string, length: number): string {
  return stumble.repeat(Math.ceil(length / stumble.length)).slice(0, length);
}

/** The best of three, in milliseconds of the processor: others may keep it busy too. */
function msOf(work: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const started = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

/** Whether a text of eight times the length takes far more than eight times as long. */
function growsTooFast(work: (text: string) => unknown, stumble: string): boolean {
  // Where a small part takes this long, the whole would take minutes.
  if (msOf(() => work(longText(stumble, LENGTH / SHARE ** 2))) > QUICK) return true;
  const part = msOf(() => work(longText(stumble, LENGTH / SHARE)));
  const whole = msOf(() => work(longText(stumble, LENGTH)));
  return whole > QUICK && whole > NOISE * SHARE * part;
}

it.each([
  ['routing a question', (text: string) => router.route(text, { surface: 'slash' })],
  ['routing a letter', (text: string) => router.route(text, { surface: 'shortcut' })],
  ['masking a text', (text: string) => mask(text, new Set())],
  ['looking for traces in a text', isTraceable],
  ['masking secrets in a text', maskSecrets],
  ['finding the sender in a text', emailSenderIn],
  ['splitting a letter', splitEmail],
  ['recognizing an automatic mail', automaticMail],
  ['normalizing a text', normalizeText],
  ['escaping a text', escapeText],
] as const)('%s of so many characters takes no longer, whatever they are', (_, work) => {
  work('Who owns the account of a customer, and how do they renew?');
  const slow = STUMBLES.filter((stumble) => growsTooFast(work, stumble));

  expect(slow).toEqual([]);
});
