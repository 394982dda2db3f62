import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openRuleBook } from '../../src/loader/open-rule-book';
import { rulesFiles, schemaFiles } from '../../src/cli/generated-files';
import { loadRules } from '../../src/rule-book/load';

const ROOT = join(__dirname, '..', '..');
const RULES = join(ROOT, 'rules');
const FILES = [...schemaFiles(), ...rulesFiles(loadRules(RULES), () => openRuleBook(RULES))];

describe('generated files are current (to update them: npm run generate)', () => {
  it.each(FILES)('%s', (path, make) => {
    expect(readFileSync(join(ROOT, path), 'utf8')).toBe(make());
  });

  it('and nothing is left over from before', () => {
    const schemas = readdirSync(join(ROOT, 'rules/schema')).map((name) => `rules/schema/${name}`);

    expect(FILES.map(([path]) => path)).toEqual(expect.arrayContaining(schemas));
  });
});
