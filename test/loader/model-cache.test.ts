import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ModelCache } from '../../src/loader/model-cache';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cache-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a full cache', () => {
  it('keeps what was used last, not what was written last', () => {
    const cache = new ModelCache(folder);
    const long = new Date('2020-01-01');
    for (let at = 0; at < 24; at += 1) {
      cache.write(`book-${at}.json`, '{}');
      utimesSync(join(folder, `book-${at}.json`), long, new Date(long.getTime() + at * 1000));
    }

    cache.read('book-0.json', String);
    cache.write('weights-1.bin', 'x');

    const left = readdirSync(folder);
    expect(left).toHaveLength(24);
    expect(left).toEqual(expect.arrayContaining(['book-0.json', 'weights-1.bin']));
    expect(left).not.toContain('book-1.json');
  });

  it('gives nothing for what cannot be read', () => {
    expect(new ModelCache(join(folder, 'nowhere')).read('book-1.json', String)).toBeUndefined();
  });
});
