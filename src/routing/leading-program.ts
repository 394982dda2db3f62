/** A program by the names that a question may begin with. */
interface NamedProgram {
  readonly id: string;
  readonly name: string;
}

/**
 * The program that a question begins with, by id or by name: "its-id: who answers …", "its name who …".
 * Undefined where it begins with something else.
 */
export function leadingProgram(
  text: string,
  programs: readonly NamedProgram[],
): string | undefined {
  const start = `${plain(text)} `;
  const begins = (name: string): boolean => start.startsWith(`${plain(name)} `);
  return programs.find(({ id, name }) => begins(id) || begins(name))?.id;
}

function plain(text: string): string {
  return text
    .slice(0, 100)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@.]+/gu, ' ')
    .trim();
}
