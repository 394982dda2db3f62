import { z } from 'zod';
import { id, ids, text, texts } from './fields';

/** `programs.yml` */
export const programsSchema = z.strictObject({
  programs: z
    .array(
      z.strictObject({
        id,
        name: text.describe('As answers call it.'),
        paid: z
          .boolean()
          .default(false)
          .describe('true: a paid offering, not a community program.'),
        mailbox: id
          .optional()
          .describe('Id of its mailbox in destinations.yml; none: its channel.'),
        channel: id.describe('Id of its channel in destinations.yml.'),
        names: texts.min(1).describe('Names that decide at once.'),
        hints: texts.default([]).describe('Words that suggest it.'),
        faint: texts.default([]).describe('Words that suggest it where nothing else does.'),
      }),
    )
    .default([]),
});

const url = z
  .string()
  .regex(/^(?:https:\/\/|\{[a-z-]+\})/, 'an address begins with https:// or with a base in braces');

const destination = z.discriminatedUnion('kind', [
  z.strictObject({
    id,
    kind: z.literal('slack'),
    value: z.string().regex(/^#[a-z0-9_-]+$/, 'a channel is written like #its-name'),
    was: texts.default([]).describe('Old names, which questions may use.'),
  }),
  z.strictObject({
    id,
    kind: z.literal('email'),
    value: z.email('an address is written like name@example.com'),
  }),
  z.strictObject({ id, kind: z.literal('salesforce'), value: text }),
  z.strictObject({
    id,
    kind: z.literal('portal'),
    value: text,
    url: url.optional(),
    outside: text.optional().describe('What people outside call it.'),
  }),
  z.strictObject({ id, kind: z.literal('page'), title: text, url }),
]);
export type DestinationFile = z.infer<typeof destination>;

/** `destinations.yml` */
export const destinationsSchema = z.strictObject({
  team: z.strictObject({
    name: text,
    old_names: texts.default([]).describe('Earlier names, which questions may use.'),
  }),
  names: z.record(id, text).default({}).describe('Other names that texts use.'),
  bases: z.record(id, url).default({}).describe('Addresses that many pages begin with.'),
  fallback: id.describe('Where a reader is sent when there is no answer.'),
  destinations: z.array(destination).min(1),
});

/** `neighbours.yml` */
export const neighboursSchema = z.strictObject({
  neighbours: z
    .array(
      z.strictObject({
        id,
        what: text.describe('What it is, as in "this looks like …".'),
        instead: text.optional().describe('Where to go instead, in a sentence.'),
        destinations: ids.default([]),
      }),
    )
    .default([]),
});

/** `words.yml` */
export const wordsSchema = z.strictObject({
  abbreviations: z.record(z.string(), text).default({}),
  concepts: z.array(z.strictObject({ id, words: texts.min(1) })).default([]),
  fillers: texts.default([]),
  unspoken: texts.default([]),
});

/** `sources.yml` */
export const sourcesSchema = z.strictObject({
  pages: z
    .array(
      z.strictObject({
        id,
        title: text,
        path: text.describe('Where the page lies in a checkout of the handbook.'),
        headings: texts.min(1).describe('The headings that answers may rest on, without emoji.'),
      }),
    )
    .min(1),
});

/** `guide.yml` */
export const guideSchema = z.strictObject({
  about: text.describe('What the bot answers, as in "Ask me …".'),
  language: text.default('English').describe('The language of the rules, and of questions.'),
  examples: texts.min(1).max(5).describe('Questions for a newcomer to try.'),
  topics: z
    .array(z.strictObject({ id, title: text }))
    .min(1)
    .describe('The topics in the order of a reader; a topic is a folder of routes.'),
});
