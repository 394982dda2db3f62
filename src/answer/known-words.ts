import type { RuleBook } from '../rule-book/types';

/** Capitalized words that are not names, in addition to those in the rules. */
const COMMON =
  'i slack salesforce sfdc google zoom monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december';

/** Every word that the rules use, in lowercase. The mask leaves these words as they are. */
export function knownWords({
  team,
  names,
  programs,
  routes,
  routing,
  destinations,
  guide,
}: RuleBook): Set<string> {
  const texts = [
    COMMON,
    team.name,
    ...Object.values(names),
    ...programs.map(({ name }) => name),
    ...routing.programs.flatMap(({ names, hints }) => [...names, ...hints]),
    ...Object.values(routes).flatMap(({ title, source }) => [title, source.heading, source.page]),
    ...Object.entries(routing.abbreviations).flat(),
    ...routing.concepts.flatMap(({ words }) => words),
    ...Object.keys(destinations),
    ...guide.topics.map(({ title }) => title),
  ];
  return new Set(
    texts
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}'’-]+/gu),
  );
}
