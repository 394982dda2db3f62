import { z } from 'zod';
import { id, ids, text, texts } from './fields';

/** `programs.yml` */
export const programsSchema = z
  .strictObject({
    programs: z
      .array(
        z.strictObject({
          id: id.describe('The name by which routes and texts call it, as in {its-id}.'),
          name: text.describe('As answers call it.'),
          paid: z
            .boolean()
            .default(false)
            .describe(
              'true: a paid offering; where no program was named, its mailbox is left out.',
            ),
          mailbox: id
            .optional()
            .describe('Id of its mailbox in destinations.yml; none: its channel.'),
          channel: id.describe('Id of its channel in destinations.yml.'),
          names: texts.min(1).describe('Names that decide at once.'),
          hints: texts
            .default([])
            .describe('Words that suggest it; the program with the most of them is taken.'),
          faint: texts.default([]).describe('Words that suggest it where nothing else does.'),
        }),
      )
      .default([])
      .describe('Every program, once.'),
    idioms: texts
      .default([])
      .describe('Phrases that hold such a word and suggest no program, such as "of course".'),
  })
  .describe('The programs, and the words that name or suggest each.');

const url = z
  .string()
  .regex(/^(?:https:\/\/|\{[a-z-]+\})/, 'an address begins with https:// or with a base in braces')
  .describe('Its address: https://… or a base in braces, as in {handbook}/page/.');

const destinationId = id.describe('The name by which routes and texts call it, as in {its-id}.');
const kind = <K extends string>(value: K, description: string): z.ZodLiteral<K> =>
  z.literal(value).describe(description);

const destination = z.discriminatedUnion('kind', [
  z.strictObject({
    id: destinationId,
    kind: kind('slack', 'A Slack channel.'),
    value: z
      .string()
      .regex(/^#[a-z0-9_-]+$/, 'a channel is written like #its-name')
      .describe("The channel's name, in quotes, as in '#its-name'."),
    was: texts.default([]).describe('Old names, which questions may use.'),
  }),
  z.strictObject({
    id: destinationId,
    kind: kind('email', 'A mailbox.'),
    value: z.email('an address is written like name@example.com').describe('Its mail address.'),
  }),
  z.strictObject({
    id: destinationId,
    kind: kind('salesforce', 'A role or a team in Salesforce.'),
    value: text.describe('As Salesforce calls it.'),
  }),
  z.strictObject({
    id: destinationId,
    kind: kind('portal', 'A website where people do something themselves.'),
    value: text.describe('As answers call it.'),
    url: url.optional(),
    outside: text.optional().describe('What people outside call it.'),
  }),
  z.strictObject({
    id: destinationId,
    kind: kind('page', 'A page to read.'),
    title: text.describe('As answers call it.'),
    url,
  }),
]);
export type DestinationFile = z.infer<typeof destination>;

/** `destinations.yml` */
export const destinationsSchema = z
  .strictObject({
    team: z
      .strictObject({
        name: text.describe('As answers call the team; texts write {team}.'),
        old_names: texts.default([]).describe('Earlier names, which questions may use.'),
      })
      .describe('The team that answers for the rules.'),
    names: z
      .record(id, text)
      .default({})
      .describe('Other names that texts use, each called by its id in braces.'),
    bases: z
      .record(id, url)
      .default({})
      .describe('Addresses that many pages begin with; a page writes {its-id}.'),
    fallback: id.describe(
      'Id of the destination to which a reader is sent when there is no answer.',
    ),
    destinations: z
      .array(destination)
      .min(1)
      .describe('Every mailbox, channel, role, portal and page, each once.'),
  })
  .describe('Every name and place. Change one here and every answer follows.');

/** `out-of-scope.yml` */
export const outOfScopeSchema = z
  .strictObject({
    out_of_scope: z
      .array(
        z.strictObject({
          id: id.describe('Same as the name of its file in out-of-scope/.'),
          what: text.describe('What it is, as in "this looks like …".'),
          instead: text.optional().describe('Where to go instead, in a sentence.'),
          destinations: ids.default([]).describe('Where to go instead: ids from destinations.yml.'),
        }),
      )
      .default([])
      .describe('Every out-of-scope intent, once.'),
  })
  .describe('What looks like our business and is not, and where to go instead.');

/** `words.yml` */
export const wordsSchema = z
  .strictObject({
    abbreviations: z
      .record(z.string(), text)
      .default({})
      .describe('Short forms and foreign words, each written out.'),
    concepts: z
      .array(
        z.strictObject({
          id: id.describe('A short name for what the words mean.'),
          words: texts.min(1).describe('Words and phrases that mean the same.'),
        }),
      )
      .default([])
      .describe('Words that mean the same: a text that uses one speaks of them all.'),
    stop_words: texts.default([]).describe('Small words that carry no meaning of their own.'),
    hidden_words: texts
      .default([])
      .describe('Words that count, but that nobody would name as a reason.'),
  })
  .describe('The words that the router knows beyond the examples.');

/** `sources.yml` */
export const sourcesSchema = z
  .strictObject({
    site: id
      .optional()
      .describe(
        'Id of the base in destinations.yml that the addresses of the handbook begin with: handbook:check looks for those pages in content/ of a checkout.',
      ),
    pages: z
      .array(
        z.strictObject({
          id: id.describe("The name by which a route's source calls the page."),
          title: text.describe('As answers call the page.'),
          path: text.describe('Where the page lies in a checkout of the handbook.'),
          headings: texts.min(1).describe('The headings that answers may rest on, without emoji.'),
          names: ids
            .default([])
            .describe(
              'The mailboxes, channels, roles and addresses that the page names: ids from destinations.yml.',
            ),
          checked: z
            .strictObject({
              date: z
                .string()
                .regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is written like 2026-01-31')
                .describe('The day, as in 2026-01-31.'),
              sha256: z
                .string()
                .regex(/^[0-9a-f]{64}$/, 'a digest has 64 digits from 0 to f')
                .describe('The digest of the page as it was on that day.'),
            })
            .optional()
            .describe(
              'When the page was last read against the rules; handbook:check --accept writes it.',
            ),
        }),
      )
      .min(1)
      .describe('Every page that an answer rests on, once.'),
  })
  .describe('The handbook pages, and the headings on them, that answers rest on.');

/** Slack's own limits. Source: https://docs.slack.dev/reference/app-manifest */
const app = z.strictObject({
  name: text.max(35, 'Slack shows 35 characters').describe("The bot's name, up to 35 characters."),
  description: text
    .max(140, 'Slack shows 140 characters')
    .describe('What it is for, in one sentence of up to 140 characters.'),
  command: text
    .max(2000, 'Slack takes 2000 characters')
    .describe('What its command is for, in one sentence.'),
});

/** `guide.yml` */
export const guideSchema = z
  .strictObject({
    app: app
      .optional()
      .describe('How the app shows in Slack; npm run generate writes it into manifest.yml.'),
    about: text.describe('What the bot answers, as in "Ask me …".'),
    language: text
      .default('English')
      .describe('The language of the rules and of the questions that they read.'),
    examples: texts.min(1).max(5).describe('Questions for a newcomer to try.'),
    topics: z
      .array(
        z.strictObject({
          id: id.describe('Same as the name of the folder.'),
          title: text.describe('What its routes are about, in a few words.'),
        }),
      )
      .min(1)
      .describe('The topics in the order of a reader; a topic is a folder of routes.'),
  })
  .describe('What the bot says of itself.');
