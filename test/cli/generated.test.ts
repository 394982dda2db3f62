import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { rulesFiles, schemaFiles } from '../../src/cli/generated-files';
import { loadRules } from '../../src/rules/load';

const ROOT = join(__dirname, '..', '..');
const FILES = [...schemaFiles(), ...rulesFiles(loadRules(join(ROOT, 'rules')))];

describe('what is generated is current; npm run generate writes it anew', () => {
  it.each(FILES)('%s', (path, text) => {
    expect(readFileSync(join(ROOT, path), 'utf8')).toBe(text);
  });

  it('and nothing is left over from before', () => {
    const schemas = readdirSync(join(ROOT, 'rules/schema')).map((name) => `rules/schema/${name}`);

    expect(FILES.map(([path]) => path)).toEqual(expect.arrayContaining(schemas));
  });
});
