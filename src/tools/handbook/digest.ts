import { createHash } from 'node:crypto';

/** The digest of a page. Line endings do not change it. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
}
