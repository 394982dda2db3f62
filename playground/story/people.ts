import type { UserSeed } from '../../packages/local-slack/src/slack-objects';

/** Invented colleagues. The visitor is Ana or Priya. */
export const ANA = 'U0ANA';
export const PRIYA = 'U0PRIYA';
export const TOM = 'U0TOM';
export const MINA = 'U0MINA';

function person(id: string, name: string, title: string): UserSeed {
  const [first = name] = name.split(' ');
  return {
    id,
    name: first.toLowerCase(),
    real_name: name,
    profile: { display_name: name, real_name: name, title },
  };
}

export const people: readonly UserSeed[] = [
  person(ANA, 'Ana Castell', 'Account executive'),
  person(PRIYA, 'Priya Raman', 'Program manager'),
  person(TOM, 'Tom Weiss', 'Sales development'),
  person(MINA, 'Mina Okafor', 'Support engineer'),
];
