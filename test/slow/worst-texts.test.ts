import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { asSlackText, composerBlock } from '../../packages/local-slack/src/user-text';
import { isTraceable, mask } from '../../src/answer/mask';
import { openRuleBook } from '../../src/loader/open-rule-book';
import { maskSecrets } from '../../src/log/mask-secrets';
import { readUtterance } from '../../src/router/utterance';
import { escapeText } from '../../src/slack/blocks/mrkdwn';
import { emailSenderIn } from '../../src/slack/payloads/email-sender';
import { findSuperlinear } from '../growth';

const { router } = openRuleBook(join(__dirname, '..', '..', 'rules'));

/** Pieces that an expression may retry from each of their characters: half a link, half an address, half a quote. */
// prettier-ignore
const PIECES = [
  'a', 'a ', ' ', '\n', '\n ', '0', '1.', '$', '#', "a'", "A'", '.', '-', '—', '*', '~`', '(', '&',
  '&amp', 'é', '日', '<', '<a', '<@', '<!', '<http://a|', '@', 'a@', 'a@a.', 'x@y.z ', 'http://',
  'https://a', ':a', ':a:', '?" ', '> ', '| ', 'hi ', 'hi,', 'On ', 'on a', 'thanks\n', 'subject:',
  're: ', 'from: ', '+1 (', '12-', 'not ', 'ask the ', 'subject: ', '> \n',
  'a.a.a@a.a-1 2 3 4 A a ', '```a', '*a ', '`a', '&gt; ',
];

it.each([
  ['routing a question', (text: string) => router.route(text, { surface: 'slash' })],
  ['routing an email', (text: string) => router.route(text, { surface: 'shortcut' })],
  ['reading a question', (text: string) => readUtterance(text)],
  ['masking a text', (text: string) => mask(text, new Set())],
  ['looking for traces of people', isTraceable],
  ['masking secrets', maskSecrets],
  ['finding the sender of an email', emailSenderIn],
  ['escaping a text', escapeText],
  ['typing into the local Slack', (text: string) => [asSlackText(text), composerBlock(text, 'b')]],
] as const)('%s takes time in proportion to the text', (_, work) => {
  expect(findSuperlinear(work, PIECES)).toEqual([]);
});
