import { describe, expect, it } from '@jest/globals';
import { splitIntoFolds } from '../../../src/router/training/folds';
import { hashText, orderOfPass } from '../../../src/router/training/text-hash';

function examples(count: number): { text: string; key: number }[] {
  return Array.from({ length: count }, (_, at) => {
    const text = `example number ${at}`;
    return { text, key: hashText(text) };
  });
}

function placesOf(count: number): Map<string, number> {
  const folds = splitIntoFolds(examples(count));
  return new Map(folds.flatMap(({ heldOut }, fold) => heldOut.map(({ text }) => [text, fold])));
}

describe('folds', () => {
  it('hold out each example once, and train on the others', () => {
    const all = examples(500);
    const folds = splitIntoFolds(all);

    expect(folds.flatMap(({ heldOut }) => heldOut)).toHaveLength(500);
    for (const { trained, heldOut } of folds) {
      expect(trained.length + heldOut.length).toBe(500);
      expect(trained.filter((one) => heldOut.includes(one))).toEqual([]);
    }
  });

  it('are of about one size', () => {
    for (const { heldOut } of splitIntoFolds(examples(3000))) {
      expect(Math.abs(heldOut.length - 300)).toBeLessThan(60);
    }
  });

  it('stay as they are where an example is added', () => {
    const [before, after] = [placesOf(500), placesOf(501)];

    for (const [text, fold] of before) expect(after.get(text)).toBe(fold);
  });

  it('are fewer where there are many examples', () => {
    expect(splitIntoFolds(examples(500))).toHaveLength(10);
    expect(splitIntoFolds(examples(5000))).toHaveLength(3);
  });

  it('never hold out nothing', () => {
    expect(splitIntoFolds(examples(1))).toHaveLength(1);
    expect(splitIntoFolds([])).toEqual([]);
  });
});

describe('the order of a pass', () => {
  const keys = examples(100).map(({ key }) => key);

  it('has every row once, in another order each time', () => {
    const [first, second] = [orderOfPass(keys, 0), orderOfPass(keys, 1)];

    expect([...first].sort((a, b) => a - b)).toEqual([...keys.keys()]);
    expect(second).not.toEqual(first);
  });

  it('leaves the turns of the others as they are where a row is added', () => {
    const more = [...keys, hashText('one more')];

    for (const pass of [0, 1, 2]) {
      const others = orderOfPass(more, pass).filter((at) => at < keys.length);
      expect(others).toEqual(orderOfPass(keys, pass));
    }
  });
});
