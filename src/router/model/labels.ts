const OUT_OF_SCOPE = 'out-of-scope:';

/** The label for the examples of an out-of-scope intent. */
export function outOfScopeLabel(id: string): string {
  return `${OUT_OF_SCOPE}${id}`;
}

/** The out-of-scope intent of a label; null for the label of a route. */
export function outOfScopeIntentOf(label: string): string | null {
  return label.startsWith(OUT_OF_SCOPE) ? label.slice(OUT_OF_SCOPE.length) : null;
}
