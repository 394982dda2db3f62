import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenRuleBook } from '../loader/open-rule-book';
import { PROJECT } from '../loader/paths';
import { manifestFile } from '../tools/docs/manifest';
import { readmePage } from '../tools/docs/readme';
import { rulesPage } from '../tools/docs/rules-page';
import { PLAIN } from '../answer/plain-text';
import { jsonSchemas } from '../rule-book/json-schemas';
import type { LoadedRules } from '../rule-book/load';
import { wrapText } from './terminal';

/** A file's path in the project, and a function that makes its text. */
export type GeneratedFile = readonly [path: string, make: () => string];

const SAMPLE_WIDTH = 110;

/** The files that are generated from code alone, without the rules. */
export function schemaFiles(): GeneratedFile[] {
  return jsonSchemas().map(([name, text]) => [`rules/schema/${name}`, () => text]);
}

/** The files that are generated from the rules, in whole or in part. */
export function rulesFiles(rules: LoadedRules, open: () => OpenRuleBook): GeneratedFile[] {
  const wrap = (text: string, indent: string): string => wrapText(text, SAMPLE_WIDTH, indent);
  return [
    ['docs/rules.md', () => rulesPage(rules)],
    ['manifest.yml', () => manifestFile(read('manifest.yml'), rules.book)],
    ['README.md', () => readmePage(read('README.md'), { ...open(), style: { ...PLAIN, wrap } })],
  ];
}

function read(path: string): string {
  return readFileSync(join(PROJECT, path), 'utf8');
}
