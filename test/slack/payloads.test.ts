import { describe, expect, it } from '@jest/globals';
import { loadRules } from '../../src/rule-book/load';
import { RULES } from '../../src/cli/run-command';
import { decodeChoice, encodeChoice } from '../../src/slack/features/clarify/payload';
import {
  decodeAskedIn,
  decodeEscalation,
  decodeStep,
  encodeAskedIn,
  encodeEscalation,
  encodeStep,
} from '../../src/slack/features/escalate/payload';
import { decodeFollowUp, encodeFollowUp } from '../../src/slack/features/feedback/payload';
import { decodeExample } from '../../src/slack/features/home/payload';
import { decodeLead, decodeProgram, encodeLead } from '../../src/slack/features/lead/payload';
import {
  decodeSuggestion,
  decodeSuggestModal,
  encodeSuggestion,
  encodeSuggestModal,
} from '../../src/slack/features/suggest/payload';
import { escapeText } from '../../src/slack/blocks/mrkdwn';
import { signQuestion } from '../../src/slack/payloads/signed-question';
import { createSigner } from '../../src/slack/signed-value';

const { book } = loadRules(RULES);
const sign = createSigner('xoxb-local');
const [route = ''] = Object.keys(book.routes);
const program = book.programs[0]?.id ?? null;
const ids = { version: book.version, route, program };
const asked = { user: 'U0ALICE', text: 'Who owns R&D at <Acme>?' };
const question = signQuestion(asked, sign);
/** Slack's limit for the value of a button, in characters. */
const VALUE = 2000;

/** Questions at their longest: each character takes one, two or six places in JSON. */
const LONG = ['x', '"', '\u0001', '😀', 'é&<', '\uD83D'].map((one) => one.repeat(3000));

describe('a value that the bot wrote', () => {
  it('comes back as it was', () => {
    const choice = { ...ids, signedQuestion: question };
    const followUp = { ...ids, otherRoutes: [route], helped: false, signedQuestion: question };
    const suggestion = { ...ids, outcome: 'answer' as const };
    const lead = { ...ids, senderName: 'Ana' };

    expect(decodeChoice(encodeChoice(choice), book, sign)).toEqual({ ...ids, question });
    expect(decodeEscalation(encodeEscalation(question), sign)).toEqual(question);
    expect(decodeFollowUp(encodeFollowUp(followUp), book, sign)).toEqual({
      ...ids,
      otherRoutes: [route],
      helped: false,
      question,
    });
    expect(
      decodeSuggestion(encodeSuggestion({ ...suggestion, signedQuestion: question }), book, sign),
    ).toEqual({ answer: suggestion, question });
    expect(decodeSuggestModal(encodeSuggestModal(suggestion), book)).toEqual(suggestion);
    expect(decodeLead(encodeLead(lead), book)).toEqual(lead);
  });

  it('comes back as it was where Slack escaped it', () => {
    const value = escapeText(encodeEscalation(question));

    expect(value).toContain('R&amp;D');
    expect(decodeEscalation(value, sign)).toEqual(question);
    expect(
      decodeFollowUp(
        escapeText(encodeFollowUp({ ...ids, otherRoutes: [], signedQuestion: question })),
        book,
        sign,
      )?.question,
    ).toEqual(question);
  });

  it('keeps its signature where the question itself looks escaped', () => {
    const odd = signQuestion({ user: 'U0ALICE', text: 'what is &lt; in HTML?' }, sign);

    expect(decodeEscalation(encodeEscalation(odd), sign)).toEqual(odd);
    expect(decodeEscalation(escapeText(encodeEscalation(odd)), sign)).toEqual(odd);
  });

  it.each(LONG)('fits into a button, and is no half character: %#', (text) => {
    const signedQuestion = signQuestion({ user: 'U01234567890', text }, sign);
    const long = Object.keys(book.routes).sort((one, other) => other.length - one.length);
    const programs = book.programs.map(({ id }) => id).sort((a, b) => b.length - a.length);
    const value = encodeFollowUp({
      version: book.version,
      route: long[0] ?? '',
      program: programs[0] ?? null,
      otherRoutes: long.slice(0, 3),
      helped: false,
      signedQuestion,
    });

    expect(value.length).toBeLessThanOrEqual(VALUE);
    expect(signedQuestion.isCut).toBe(true);
    expect(signedQuestion.question.length).toBeGreaterThan(100);
    expect(Buffer.from(signedQuestion.question).toString()).toBe(signedQuestion.question);
    expect(decodeEscalation(encodeEscalation(signedQuestion), sign)).toEqual(signedQuestion);
  });
});

describe('a value that names what the rule book does not have', () => {
  const foreign = { ...ids, route: 'no-such-route' };
  const otherProgram = { ...ids, program: 'no-such-program' };

  it.each([foreign, otherProgram])('counts as outdated: %j', (wrong) => {
    const followUp = encodeFollowUp({ ...wrong, otherRoutes: [], signedQuestion: question });
    const suggestion = { ...wrong, outcome: 'answer' as const };

    expect(decodeChoice(encodeChoice(wrong), book, sign)).toBeUndefined();
    expect(decodeFollowUp(followUp, book, sign)).toBeUndefined();
    expect(decodeSuggestModal(encodeSuggestModal(suggestion), book)).toBeUndefined();
    expect(
      decodeSuggestion(encodeSuggestion({ ...suggestion, signedQuestion: question }), book, sign),
    ).toBeUndefined();
    expect(decodeLead(encodeLead({ ...wrong, senderName: null }), book)).toBeUndefined();
  });

  it('loses the runner-ups that are gone, and nothing else', () => {
    const value = encodeFollowUp({ ...ids, otherRoutes: ['no-such-route', route] });

    expect(decodeFollowUp(value, book, sign)?.otherRoutes).toEqual([route]);
  });

  it('is no program of the selector, and no example of the guide', () => {
    const [example = ''] = book.guide.examples;

    expect(decodeProgram('no-such-program', book)).toBeUndefined();
    expect(decodeProgram('none', book)).toBeNull();
    expect(decodeProgram(program ?? undefined, book)).toBe(program);
    expect(decodeExample('no such example', book)).toBeUndefined();
    expect(decodeExample(escapeText(example), book)).toBe(example);
  });
});

describe('the button of a step below the team’s post', () => {
  const id = '5cdf3ac8-9bdf-40d7-b9e7-441759ca777f';
  const option = { id, askedBy: 'U0ALICE', step: 'taken' } as const;
  const value = encodeStep(option, sign);

  it('comes back as it was', () => {
    expect(decodeStep(value, sign)).toEqual(option);
  });

  it.each([
    ['of another asker', value.replace('U0ALICE', 'U0MALLORY')],
    ['of another step', value.replace('"taken"', '"closed"')],
    ['of another question', value.replace('5cdf3ac8', '5cdf3ac9')],
    ['of another bot', encodeStep(option, createSigner('xoxb-other'))],
  ])('is refused where the signature is %s', (_, forged) => {
    expect(decodeStep(forged, sign)).toBeUndefined();
  });
});

describe('where a question was asked', () => {
  it.each([null, { channel: 'C0SALES', ts: '1795000000.000100' }])('comes back: %j', (askedIn) => {
    expect(decodeAskedIn(encodeAskedIn(askedIn))).toEqual(askedIn);
  });

  it('is nowhere, where the metadata holds something else', () => {
    expect(decodeAskedIn('{"channel":"<!channel>","ts":"1.1"}')).toBeNull();
  });
});

describe('a signature', () => {
  it.each([
    ['another asker', { ...question, askedBy: 'U0BOB' }],
    ['another question', { ...question, question: 'Who owns it?' }],
    ['the claim that it was cut', { ...question, isCut: true }],
    ['the signature of another bot', signQuestion(asked, createSigner('xoxb-another'))],
  ])('does not hold for %s', (_, moved) => {
    const value = encodeChoice({ ...ids, route: null, signedQuestion: moved });

    expect(decodeEscalation(encodeEscalation(moved), sign)).toBeNull();
    expect(decodeChoice(value, book, sign)).toMatchObject({ route: null, question: null });
  });
});
