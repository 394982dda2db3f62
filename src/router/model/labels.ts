const NEIGHBOUR = 'neighbour:';

/** The label that examples of a neighbour carry. */
export function neighbourLabel(id: string): string {
  return `${NEIGHBOUR}${id}`;
}

/** The neighbour that a label stands for; null for a route. */
export function neighbourOf(label: string): string | null {
  return label.startsWith(NEIGHBOUR) ? label.slice(NEIGHBOUR.length) : null;
}
