import { describe, expect, it } from '@jest/globals';
import { RULES } from '../../src/cli/run-command';
import { makeAnswer } from '../../src/answer/answer';
import { chooseRoute, NO_ROUTE } from '../../src/answer/choose';
import { plainText } from '../../src/answer/plain-text';
import { replyMessage } from '../../src/slack/blocks/reply-message';
import type { Routed } from '../../src/router/types';
import { loadRules } from '../../src/rule-book/load';
import type { RuleBook } from '../../src/rule-book/types';

const { book } = loadRules(RULES);
const channels = { '#one': 'C0ONE' };

/** Every route for every program, and no route; each also as a text in another language. */
function everyDecision(): Routed[] {
  const programs = [null, ...book.programs.map(({ id }) => id)];
  const chosen = Object.keys(book.routes).flatMap((route) =>
    programs.flatMap((program) => chooseRoute(book, { route, program }) ?? []),
  );
  const none = [null, ...Object.keys(book.outOfScope)].map((intent) => ({
    ...NO_ROUTE,
    intent,
  }));
  const decisions: Routed[] = [...chosen, ...none];
  return decisions.flatMap((one) => [one, { ...one, otherLanguage: true }]);
}

function said(routed: Routed, rules: RuleBook, sender: string | null): unknown {
  const answer = makeAnswer(routed, rules, sender);
  const options = { version: rules.version, channels, canShare: true, question: null };
  return [plainText(answer), replyMessage(answer, options)];
}

describe('what is kept of a reply', () => {
  it.each([null, 'Ada Lovelace'])('is what a fresh rule book would say, to %j', (sender) => {
    const decisions = everyDecision();

    const first = decisions.map((routed) => said(routed, book, sender));
    const again = decisions.map((routed) => said(routed, book, sender));
    const fresh = decisions.map((routed) => said(routed, structuredClone(book), sender));

    expect(first).toEqual(fresh);
    expect(again).toEqual(fresh);
  });

  it('holds no word of a question', () => {
    const [decision] = everyDecision();
    if (decision === undefined) throw new Error('The rules have no route.');

    const before = JSON.stringify(said({ ...decision, why: ['confidential'] }, book, null));
    const after = JSON.stringify(said(decision, book, null));

    expect(before).toContain('confidential');
    expect(after).not.toContain('confidential');
  });

  it('knows channels apart', () => {
    const answer = makeAnswer(NO_ROUTE, book);
    const place = book.destinations[book.fallback];
    if (place?.kind !== 'slack') throw new Error('The fallback is no channel.');
    const options = { version: '', canShare: true, question: null };

    const without = replyMessage(answer, { ...options, channels: {} });
    const linked = replyMessage(answer, { ...options, channels: { [place.value]: 'C0TEAM' } });

    expect(JSON.stringify(without)).not.toContain('<#C0TEAM>');
    expect(JSON.stringify(linked)).toContain('<#C0TEAM>');
  });
});
