import { createHash } from 'node:crypto';

/** What tells one version of a page from another, however its lines end. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
}
