const OUT_OF_SCOPE = 'out-of-scope:';

/** The label that examples of an out-of-scope intent carry. */
export function outOfScopeLabel(id: string): string {
  return `${OUT_OF_SCOPE}${id}`;
}

/** The out-of-scope intent that a label stands for; null for a route. */
export function outOfScopeIntentOf(label: string): string | null {
  return label.startsWith(OUT_OF_SCOPE) ? label.slice(OUT_OF_SCOPE.length) : null;
}
