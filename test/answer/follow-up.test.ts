import { describe, expect, it } from '@jest/globals';
import { answerFollowUp, keepProgram } from '../../src/answer/follow-up';
import { chooseRoute } from '../../src/answer/choose';
import { openRuleBook } from '../../src/loader/open-rule-book';
import { RULES } from '../../src/cli/run-command';

const { book } = openRuleBook(RULES);
const RENEWAL = { route: 'renewal-request', program: 'education' };

describe('a follow-up that only names another program', () => {
  it.each([
    ['and for open source?', 'open-source'],
    ['What about startups', 'startups'],
    ['same for an edu member?', 'education'],
    ['ok, and open-source?', 'open-source'],
    ['how about universities', 'education'],
  ])('%s', (text, program) => {
    const routed = answerFollowUp(text, { ...RENEWAL, program: null }, book);

    expect(routed).toMatchObject({ outcome: 'answer', program });
  });
});

describe('a question of its own is no follow-up', () => {
  it.each([
    'and who gives support to startups?',
    'what about the coupon',
    'how do they renew?',
    'thanks',
    '',
    'and for open source or startups?',
  ])('%s', (text) => {
    expect(answerFollowUp(text, RENEWAL, book)).toBeUndefined();
  });
});

describe('a later question that names no program', () => {
  const routed = chooseRoute(book, { route: 'support-level', program: null });

  it('keeps the program of the answer before', () => {
    expect(routed && keepProgram(routed, RENEWAL, book).program).toBe('education');
  });

  it('keeps its own program', () => {
    const own = routed && { ...routed, program: 'startups' };

    expect(own && keepProgram(own, RENEWAL, book).program).toBe('startups');
  });
});
