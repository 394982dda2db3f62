/** A program with the names that a question can begin with. */
interface NamedProgram {
  readonly id: string;
  readonly name: string;
}

/**
 * The program that a question begins with, by id or by name: "its-id: who answers …", "its name who …".
 * Undefined if it begins with something else.
 */
export function leadingProgram(
  text: string,
  programs: readonly NamedProgram[],
): string | undefined {
  const start = `${plain(text.slice(0, LONGEST))} `;
  return beginningsOf(programs).find(({ begins }) => begins.some((name) => start.startsWith(name)))
    ?.id;
}

/** The maximum length of a name, in characters. */
const LONGEST = 100;

interface Beginnings {
  readonly id: string;
  readonly begins: readonly string[];
}

const kept = new WeakMap<readonly NamedProgram[], readonly Beginnings[]>();

/** The names that a question can begin with, for each program. Cached while the programs are in use. */
function beginningsOf(programs: readonly NamedProgram[]): readonly Beginnings[] {
  let beginnings = kept.get(programs);
  if (beginnings === undefined) {
    beginnings = programs.map(({ id, name }) => {
      return { id, begins: [`${plain(id)} `, `${plain(name)} `] };
    });
    kept.set(programs, beginnings);
  }
  return beginnings;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@.]+/gu, ' ')
    .trim();
}
