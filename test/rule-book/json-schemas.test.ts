import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import { readRulesFolder, type RuleText } from '../../src/rule-book/read-folder';
import { kindOf } from '../../src/rule-book/schema/kinds';
import { TEAM_CHANNEL } from './names';

const RULES = join(__dirname, '..', '..', 'rules');
const TEXTS = readRulesFolder(RULES);
const OTHERS = join(__dirname, '..', '..', 'examples/it-helpdesk');
// The pattern beside it says what an address is.
const ajv = new Ajv({ allErrors: true, formats: { email: true } });
const validators = new Map<string, ValidateFunction>();

/** The schema that a file's first line names, as an editor finds it. */
function schemaOf({ path, text }: RuleText, folder = RULES): string {
  const named = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1] ?? 'no schema';
  return join(folder, dirname(path), named);
}

function validatorOf(file: RuleText): ValidateFunction {
  const schema = schemaOf(file);
  const known = validators.get(schema);
  if (known !== undefined) return known;
  const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')) as object);
  validators.set(schema, validate);
  return validate;
}

/** What a validator says of a file, in the words that an editor shows. */
function complaints(file: RuleText, text = file.text): string[] {
  const validate = validatorOf(file);
  validate(parse(text));
  return (validate.errors ?? []).map(({ instancePath, message = '', params }) => {
    const field = (params as { additionalProperty?: string }).additionalProperty ?? '';
    return `${instancePath} ${message} ${field}`.trim();
  });
}

function fileOf(path: string): RuleText {
  const file = TEXTS.find((one) => one.path === path);
  if (file === undefined) throw new Error(`There is no ${path}.`);
  return file;
}

describe('every rule file', () => {
  it.each(TEXTS)('$path names the schema of its kind, and fits it', (file) => {
    expect(schemaOf(file)).toBe(join(RULES, 'schema', `${kindOf(file.path) ?? ''}.json`));
    expect(complaints(file)).toEqual([]);
  });
});

describe("every file of another team's rules", () => {
  it.each(readRulesFolder(OTHERS))('$path names the same schema', (file) => {
    expect(schemaOf(file, OTHERS)).toBe(join(RULES, 'schema', `${kindOf(file.path) ?? ''}.json`));
  });
});

describe('an editor that reads the schema', () => {
  it.each([
    ['programs.yml', 'hints:', 'hint:'],
    ['destinations.yml', 'old_names:', 'oldnames:'],
    ['destinations.yml', 'was:', 'were:'],
    ['out-of-scope.yml', 'instead:', 'insted:'],
    ['words.yml', 'stop_words:', 'stop_word:'],
    ['sources.yml', 'headings:', 'heading:'],
    ['guide.yml', 'about:', 'abuot:'],
    ['ambiguous/renewal-request.examples.yml', 'routes:', 'route:'],
    ['renewal/renewal-request.yml', 'do_not:', 'dont:'],
    ['renewal/renewal-request.yml', 'heading:', 'haeding:'],
    ['renewal/renewal-request.examples.yml', 'belongs_to:', 'belongs:'],
    ['out-of-scope/paid.examples.yml', 'examples:', 'exampels:'],
  ])('marks a misspelled field in %s: %s as %s', (path, field, misspelt) => {
    const file = fileOf(path);
    const wrong = file.text.replace(field, misspelt);

    expect(wrong).not.toBe(file.text);
    expect(complaints(file, wrong).join('\n')).toContain(
      `must NOT have additional properties ${misspelt.slice(0, -1)}`,
    );
  });

  it('marks a value that does not fit', () => {
    const file = fileOf('destinations.yml');

    expect(complaints(file, file.text.replace(`'${TEAM_CHANNEL}'`, 'strategy'))).toContain(
      '/destinations/0/value must match pattern "^#[a-z0-9_-]+$"',
    );
  });
});

/** Every field of a schema with its description. */
function fieldsOf(schema: unknown, path = ''): { field: string; description: unknown }[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = Object.entries((schema as { properties?: object }).properties ?? {}).map(
    ([name, value]) => ({
      field: `${path}/${name}`,
      description: (value as { description?: unknown }).description,
    }),
  );
  const inner = Object.entries(schema).flatMap(([key, value]) => fieldsOf(value, `${path}/${key}`));
  return [...own, ...inner];
}

describe('a schema explains itself', () => {
  const schemas = [...new Set(TEXTS.map((file) => schemaOf(file)))];

  it.each(schemas)('%s', (file) => {
    const schema = JSON.parse(readFileSync(file, 'utf8')) as { description?: string };
    const fields = fieldsOf(schema);

    expect(schema.description).toMatch(/^[A-Z].*\.$/);
    expect(fields.length).toBeGreaterThan(0);
    expect(fields.filter(({ description }) => typeof description !== 'string')).toEqual([]);
  });
});
