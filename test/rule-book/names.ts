import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Destinations {
  readonly team: { readonly name: string };
  readonly bases: Readonly<Record<string, string>>;
  readonly destinations: readonly {
    readonly id: string;
    readonly value?: string;
    readonly url?: string;
  }[];
}

const FILE = join(__dirname, '..', '..', 'rules/destinations.yml');
const { team, bases, destinations } = parse(readFileSync(FILE, 'utf8')) as Destinations;

/** What the rules call a destination now, so that a test need not be edited when a name changes. */
function nameOf(id: string): string {
  const found = destinations.find((one) => one.id === id);
  const name = found?.value ?? found?.url;
  if (name === undefined) throw new Error(`There is no destination "${id}".`);
  return fill(name);
}

function fill(address: string): string {
  const filled = address.replace(/\{([a-z-]+)\}/g, (_, base: string) => bases[base] ?? '');
  return filled === address ? filled : fill(filled);
}

export const TEAM = team.name;
export const TEAM_CHANNEL = nameOf('team-channel');
export const CAMPUSES_CHANNEL = nameOf('campuses-channel');
export const EDUCATION = nameOf('education-mailbox');
export const OPEN_SOURCE = nameOf('open-source-mailbox');
export const STARTUPS = nameOf('startups-mailbox');
export const ACTIVE_PROGRAMS = nameOf('active-programs');
export const PROGRAM_RESOURCES = nameOf('program-resources');
