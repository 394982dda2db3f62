import { describe, expect, it } from '@jest/globals';
import { normalizeText } from '../../src/router/text/normalize-text';
import { readUtterance } from '../../src/router/utterance';

describe('a text becomes the plain characters that a reader sees', () => {
  it.each([
    [
      'soft hyphens',
      're\u00adnew the edu\u00adcation li\u00adcense',
      'renew the education license',
    ],
    ['marks of direction', '\u202brenew\u202c \u2067the\u2069 plan', 'renew the plan'],
    ['zero width', 're\u200bnew\ufeff the\u2060 pl\u034fan', 'renew the plan'],
    ['full width', 'ｒｅｎｅｗ　ｔｈｅ　ｐｌａｎ？', 'renew the plan?'],
    ['mathematical letters', '𝐫𝐞𝐧𝐞𝐰 𝘵𝘩𝘦 𝚙𝚕𝚊𝚗', 'renew the plan'],
    ['ligatures', 'o\ufb03ce', 'office'],
    ['lone surrogates', 'renew\ud83d the\udc00 plan', 'renew the plan'],
    ['emoji stay', 'renew 👍🏽', 'renew 👍🏽'],
    ['variation selectors', 'renew ☺\ufe0f', 'renew ☺'],
    ['line ends', 'one\r\ntwo\rthree\u2028four\u0085five', 'one\ntwo\nthree\nfour\nfive'],
    ['control characters', 'renew\0the\u0007plan', 'renew the plan'],
    ['accents', 'cafe\u0301', 'café'],
    ['no-break spaces', 'the\u00a0plan', 'the plan'],
    ['plain text', 'renew the plan\n\tnow', 'renew the plan\n\tnow'],
  ])('%s', (_, typed, plain) => {
    expect(normalizeText(typed)).toBe(plain);
  });
});

it('the same question reads the same, whatever its characters', () => {
  const [plain, ...others] = [
    'our uni customer wants to renew their education license, who do I cc on your team?',
    'our uni cus\u00adtomer wants to re\u00adnew their edu\u00adcation li\u00adcense, who do I cc on your team?',
    'our uni customer wants to 𝐫𝐞𝐧𝐞𝐰 their ｅｄｕｃａｔｉｏｎ license, who do I cc on your team?\ud800',
  ].map((text) => readUtterance(text));

  for (const other of others) expect(other).toEqual(plain);
});
