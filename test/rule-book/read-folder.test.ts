import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FaultyRulesError } from '../../src/rule-book/faulty-rules';
import { loadRules } from '../../src/rule-book/load';
import { formatProblem } from '../../src/rule-book/problem';
import { readRulesFolder, RulesFolderError } from '../../src/rule-book/read-folder';
import { SMALL_BOOK } from './small-book';

let parent: string;
let folder: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'read-folder-'));
  folder = join(parent, 'rules');
  for (const [path, text] of Object.entries(SMALL_BOOK)) write(path, text);
});

afterEach(() => {
  rmSync(parent, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function faults(): string[] {
  try {
    loadRules(folder);
    return [];
  } catch (error) {
    if (!(error instanceof FaultyRulesError)) throw error;
    return error.problems.map(formatProblem);
  }
}

describe('what is no plain file is named as a fault', () => {
  it.each([
    [
      'a folder',
      'house/cellar.yml',
      (file: string) => {
        mkdirSync(file);
      },
    ],
    [
      'a folder',
      'words.yml',
      (file: string) => {
        mkdirSync(file);
      },
    ],
    ['not a plain file', 'words.yml', (file: string) => execFileSync('mkfifo', [file])],
    [
      'a link that leads to no file',
      'words.yml',
      (file: string) => {
        symlinkSync(join(parent, 'nowhere'), file);
      },
    ],
    [
      'a link that leads to no file',
      'words.yml',
      (file: string) => {
        symlinkSync(file, file);
      },
    ],
  ])('%s as %s', (what, path, make) => {
    make(join(folder, path));

    expect(faults().filter((fault) => fault.includes('unreadable-file'))).toEqual([
      expect.stringMatching(new RegExp(`^rules/${path}:1:1 unreadable-file: This is ${what}`)),
    ]);
  });
});

it('a link to a rule file counts as the file', () => {
  const file = join(folder, 'house/boat.yml');
  renameSync(file, join(parent, 'boat.yml'));
  symlinkSync(join(parent, 'boat.yml'), file);

  expect(faults()).toEqual([]);
});

it.each(['.#guide.yml', 'house/._boat.yml', 'house/boat.yml~', '.git/config.yml'])(
  'leaves %s alone',
  (path) => {
    const before = readRulesFolder(folder);
    write(path, 'no: [rules');

    expect(readRulesFolder(folder)).toEqual(before);
  },
);

it('a folder that is not there is an error of its own', () => {
  expect(() => readRulesFolder(join(parent, 'nowhere'))).toThrow(RulesFolderError);
});
