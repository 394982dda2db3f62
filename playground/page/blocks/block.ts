/** A block or element from the app. Each component reads only the fields that it renders. */
export type Block = Readonly<Record<string, unknown>>;

export function stringOf(block: Block, field: string): string {
  const value = block[field];
  return typeof value === 'string' ? value : '';
}

export function listOf(block: Block, field: string): readonly Block[] {
  const value = block[field];
  return Array.isArray(value) ? (value as Block[]) : [];
}

export function partOf(block: Block, field: string): Block | undefined {
  const value = block[field];
  return typeof value === 'object' && value !== null ? (value as Block) : undefined;
}

/** The text of a text object. */
export function textOf(block: Block, field: string): string {
  return stringOf(partOf(block, field) ?? {}, 'text');
}
