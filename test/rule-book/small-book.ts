import type { RuleText } from '../../src/rule-book/read-folder';

const DESTINATIONS = `team: { name: Lighthouse }
fallback: desk
destinations:
  - { id: desk, kind: slack, value: '#desk' }
  - { id: lamp-page, kind: page, title: Lamps, url: https://example.com/lamps }
`;
const SOURCES = `pages:
  - { id: guide, title: Guide, path: guide.md, headings: [Lamps, Boats] }
`;
const GUIDE = `about: what to do about lamps and boats
examples: [Who trims the lamp?]
topics:
  - { id: house, title: The house }
`;
const LAMP = `id: lamp
topic: house
title: The lamp
headline: The keeper trims it.
do: [Tell the keeper.]
destinations: [lamp-page]
source: { page: guide, heading: Lamps }
`;
const BOAT = `id: boat
topic: house
title: The boat
headline: The crew rows it.
do: ['Tell the crew, in {desk}.']
source: { page: guide, heading: Boats }
`;
const LAMP_EXAMPLES = `examples:
  - Who trims the lamp?
  - The light went out, whom do I tell
  - lamp oil is low
  - the lantern flickers at night
  - bulb broken upstairs
`;
const BOAT_EXAMPLES = `examples:
  - Who rows the boat?
  - the rowing crew is late
  - oars are missing
  - can I take the dinghy out
  - harbour run tomorrow, which boat
`;

/** A small rule book without programs, letters or out-of-scope intents. */
export const SMALL_BOOK: Readonly<Record<string, string>> = {
  'destinations.yml': DESTINATIONS,
  'sources.yml': SOURCES,
  'guide.yml': GUIDE,
  'house/lamp.yml': LAMP,
  'house/lamp.examples.yml': LAMP_EXAMPLES,
  'house/boat.yml': BOAT,
  'house/boat.examples.yml': BOAT_EXAMPLES,
};

/** The files of a book as the loader takes them. */
export function textsOf(book: Readonly<Record<string, string>>): RuleText[] {
  return Object.entries(book).map(([path, text]) => ({ path, text }));
}
