const PLACEHOLDER = /\{([^{}]*)\}/g;

/** Placeholders whose value depends on the question, not on the rule book. */
export const OPEN_NAMES = ['team', 'old-team', 'program', 'mailbox'] as const;

/** The names of the placeholders in a text, in order. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
}
