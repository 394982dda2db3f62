import { z } from 'zod';
import { KINDS } from './schema/kinds';

/**
 * The JSON Schema of each kind of rule file, for editors. It is draft 7, which the YAML extensions support.
 *
 * @returns pairs of a file's name and its text
 */
export function jsonSchemas(): (readonly [string, string])[] {
  return Object.entries(KINDS).map(([name, schema]) => {
    const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
    return [`${name}.json`, `${JSON.stringify(json, null, 2)}\n`] as const;
  });
}
