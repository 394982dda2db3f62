import { jsonSchemas } from '../rules/json-schemas';

/** Every file that is made from the rules and the code that reads them: its path in the project, and its text. */
export function generatedFiles(): (readonly [string, string])[] {
  return jsonSchemas().map(([name, text]) => [`rules/schema/${name}`, text]);
}
