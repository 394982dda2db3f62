import { describe, expect, it } from '@jest/globals';
import { characterNgrams } from '../../src/router/model/character-ngrams';
import { createRouter } from '../../src/router/router';
import { parseRules } from '../../src/rule-book/load';
import { train } from '../../src/router/training/train';
import { SMALL_BOOK, textsOf } from '../rule-book/small-book';

describe('the character n-grams of a word', () => {
  it('know its start and its end', () => {
    expect(characterNgrams('lamp')).toEqual(['<lam', 'lamp', 'amp>']);
  });

  it('are each there once', () => {
    expect(characterNgrams('aaaaaaa')).toEqual(['<aaa', 'aaaa', 'aaa>']);
  });

  it('are none of a single letter', () => {
    expect(characterNgrams('a')).toEqual([]);
  });
});

describe('a word that no example has', () => {
  const { book, examples } = parseRules('rules', textsOf(SMALL_BOOK));
  const router = createRouter(book.routing, train(book.routing, examples));
  const likeliest = (text: string): string | undefined => router.explain(text).contenders[0]?.id;

  it('is known by its letters', () => {
    expect(likeliest('lanterne')).toBe('lamp');
    expect(likeliest('rowboat')).toBe('boat');
  });

  it('takes its part in the reasons', () => {
    const { contenders } = router.explain('rowboat');

    expect(contenders[0]?.words.map(({ word }) => word)).toContain('rowboat');
  });

  it('makes a text that is about something else less sure', () => {
    const sure = router.route('the lantern flickers').confidence;

    expect(router.route('the lantern tariff was abolished by parliament').confidence).toBeLessThan(
      sure,
    );
  });
});
