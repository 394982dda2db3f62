import { rulesPage } from '../docs/rules-page';
import { jsonSchemas } from '../rules/json-schemas';
import type { LoadedRules } from '../rules/load';

/** A file's path in the project, and its text. */
export type GeneratedFile = readonly [path: string, text: string];

/** The files that are made from the code that reads the rules: they need no rules. */
export function schemaFiles(): GeneratedFile[] {
  return jsonSchemas().map(([name, text]) => [`rules/schema/${name}`, text]);
}

/** The files that are made from the rules. */
export function rulesFiles(rules: LoadedRules): GeneratedFile[] {
  return [['docs/rules.md', rulesPage(rules)]];
}
