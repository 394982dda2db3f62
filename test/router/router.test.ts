import { describe, expect, it } from '@jest/globals';
import { createRouter, type Router } from '../../src/router/router';
import { parseRules } from '../../src/rule-book/load';
import { train } from '../../src/router/training/train';
import { SMALL_BOOK, textsOf } from '../rule-book/small-book';

const QUESTIONS = [
  'the lamp flickers',
  'who rows tonight?',
  'oil for the lantern',
  'hello',
  'boat or lamp',
];

function routerOf(order: <T>(items: readonly T[]) => T[]): Router {
  const { book, examples } = parseRules('rules', order(textsOf(SMALL_BOOK)));
  return createRouter(book.routing, train(book.routing, order(examples)));
}

describe('another rule book, without programs, letters or out-of-scope intents', () => {
  const router = routerOf((items) => [...items]);

  it('trains and routes', () => {
    expect(router.route('the lantern flickers, tell whom?')).toMatchObject({ program: null });
    expect(router.route('who trims the lamp?').why).toContain('lamp');
  });

  it('gives the same result whatever the order of files and examples', () => {
    const backwards = routerOf((items) => [...items].reverse());

    for (const question of QUESTIONS) {
      expect(backwards.route(question)).toEqual(router.route(question));
    }
  });

  it('gives the same result every time', () => {
    for (const question of QUESTIONS) {
      expect(router.route(question)).toEqual(router.route(question));
    }
  });
});
