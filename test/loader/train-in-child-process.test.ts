import { expect, it } from '@jest/globals';
import { trainInChildProcess, type TrainingInput } from '../../src/loader/train-in-child-process';
import { packModel } from '../../src/loader/model-file';
import { train } from '../../src/router/training/train';
import { parseRules } from '../../src/rule-book/load';
import { SMALL_BOOK, textsOf } from '../rule-book/small-book';

const { book, examples } = parseRules('rules', textsOf(SMALL_BOOK));
const INPUT: TrainingInput = {
  book: book.routing,
  examples: examples.map(({ text, labels }) => ({ text, labels })),
};
const NEVER = new AbortController().signal;

it('gives the model that a training in this process gives', async () => {
  const model = await trainInChildProcess(INPUT, NEVER);

  expect(model.equals(packModel(train(INPUT.book, INPUT.examples)))).toBe(true);
});

it('says what the training threw', async () => {
  const input = { ...INPUT, book: {} } as TrainingInput;

  await expect(trainInChildProcess(input, NEVER)).rejects.toThrow(/^TypeError: /);
});

it('ends where it is told to', async () => {
  const abort = new AbortController();
  const trained = trainInChildProcess(INPUT, abort.signal);
  abort.abort();

  await expect(trained).rejects.toThrow('Its process could not be run (AbortError');
});
