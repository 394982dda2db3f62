import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { openRules } from '../../src/cache/open-rules';
import { maskSecrets } from '../../src/mask-secrets';
import { isTraceable, mask } from '../../src/replies/mask';
import { escapeText } from '../../src/replies/slack/mrkdwn';
import { senderIn } from '../../src/slack/payloads/sender';

const { router } = openRules(join(__dirname, '..', '..', 'rules'));

const LENGTH = 1_000_000;
/** In milliseconds, for a million characters and all that is done with them; what is not linear takes minutes. */
const MOST = 300;

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
];

function longText(stumble: string): string {
  return stumble.repeat(Math.ceil(LENGTH / stumble.length)).slice(0, LENGTH);
}

/** The best of three, in milliseconds: a busy machine slows one run, an expression all of them. */
function msOf(work: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return Math.min(...times);
}

it.each([
  ['routing a question', (text: string) => router.route(text, { surface: 'slash' })],
  ['routing a letter', (text: string) => router.route(text, { surface: 'shortcut' })],
  ['masking a text', (text: string) => mask(text, new Set())],
  ['looking for traces in a text', isTraceable],
  ['masking secrets in a text', maskSecrets],
  ['finding the sender in a text', senderIn],
  ['escaping a text', escapeText],
] as const)('%s of a million characters takes no longer, whatever they are', (_, work) => {
  work('Who owns the account of a customer, and how do they renew?');
  const slow = STUMBLES.filter((stumble) => msOf(() => work(longText(stumble))) > MOST);

  expect(slow).toEqual([]);
});
