import { describe, expect, it } from '@jest/globals';
import { knownWords } from '../../src/answer/known-words';
import { isTraceable, mask } from '../../src/answer/mask';
import { RULES } from '../../src/cli/run-command';
import { loadRules } from '../../src/rule-book/load';

const known = knownWords(loadRules(RULES).book);

describe('a mask', () => {
  it.each([
    ['mail ines.moreau+x@lab.example.edu about it', 'mail [email] about it'],
    ['see https://acme.example.com/a?b=c and www.acme.io', 'see [link] and [link]'],
    ['their site is acme-labs.com/team, ok', 'their site is [link] ok'],
    ['call +49 (0)30 123-456 or 0301234567', 'call [number] or [number]'],
    ['account 00123456789 renews', 'account [number] renews'],
    ['@ines.moreau asked in #edu-deals', '[name] asked in [name]'],
    ['can Ines Moreau renew?', 'can [name] renew?'],
    ['Ines Moreau wants to renew', '[name] wants to renew'],
    ["who owns O'Neill-Hansen's account", 'who owns [name] account'],
    ['ask Zoë and Çelik', 'ask [name] and [name]'],
  ])('takes out of %j', (text, masked) => {
    expect(mask(text, known)).toBe(masked);
    expect(mask(masked, known)).toBe(masked);
  });

  it.each([
    'Does a member of GitLab for Education renew? Who owns it in Salesforce?',
    'where does a Startup apply? And a university?',
    'I have an EDU renewal opp from 2024, 50 seats',
    'How do OSS members renew on Monday',
    "who reads GitLab's Open-Source mailbox",
  ])('leaves %j as it is', (text) => {
    expect(mask(text, known)).toBe(text);
  });
});

it.each([
  ['it renews in 2024 for 50 seats', false],
  ['Ines Moreau', false],
  ['a@b.example', true],
  ['0301234567', true],
  ['@ines', true],
])('%j is traceable: %j', (text, traceable) => {
  expect(isTraceable(text)).toBe(traceable);
});
