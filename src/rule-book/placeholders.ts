const PLACEHOLDER = /\{([^{}]*)\}/g;

/** Names in braces that depend on the question, not on the rule book. */
export const OPEN_NAMES = ['team', 'old-team', 'program', 'mailbox'] as const;

/** The names in braces of a text, in order. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
}
