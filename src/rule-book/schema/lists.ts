import { z } from 'zod';
import { id, ids, text, texts } from './fields';

/** `programs.yml` */
export const programsSchema = z
  .strictObject({
    programs: z
      .array(
        z.strictObject({
          id: id.describe('The id that routes and texts refer to, as in {its-id}.'),
          name: text.describe('The name that answers use.'),
          paid: z
            .boolean()
            .default(false)
            .describe(
              'true: a paid offering. Its mailbox is left out if the question names no program.',
            ),
          mailbox: id
            .optional()
            .describe(
              'The id of its mailbox in destinations.yml. Without one, its channel is used.',
            ),
          channel: id.describe('The id of its channel in destinations.yml.'),
          names: texts.min(1).describe('Names of the program. A name always decides.'),
          hints: texts
            .default([])
            .describe('Words that suggest the program. The program with the most of them wins.'),
          faint: texts
            .default([])
            .describe(
              'Words that weakly suggest the program. Used only if there is no other sign.',
            ),
        }),
      )
      .default([])
      .describe('Every program, once.'),
    idioms: texts
      .default([])
      .describe('Phrases that contain a hint but do not suggest a program, such as "of course".'),
  })
  .describe('The programs, and the words that name or suggest each.');

const url = z
  .string()
  .regex(/^(?:https:\/\/|\{[a-z-]+\})/, 'a URL must begin with https:// or with a base in braces')
  .describe('The URL. It begins with https:// or with a base in braces, such as {handbook}/page/.');

const destinationId = id.describe('The id that routes and texts refer to, as in {its-id}.');
const kind = <K extends string>(value: K, description: string): z.ZodLiteral<K> =>
  z.literal(value).describe(description);

const destination = z.discriminatedUnion('kind', [
  z.strictObject({
    id: destinationId,
    kind: kind('slack', 'A Slack channel.'),
    value: z
      .string()
      .regex(/^#[a-z0-9_-]+$/, 'a channel must look like #its-name')
      .describe("The channel's name in quotes, such as '#its-name'."),
    was: texts.default([]).describe('Old names that questions can still use.'),
  }),
  z.strictObject({
    id: destinationId,
    kind: kind('email', 'A mailbox.'),
    value: z
      .email('an email address must look like name@example.com')
      .describe('The email address.'),
  }),
  z.strictObject({
    id: destinationId,
    kind: kind('salesforce', 'A role or a team in Salesforce.'),
    value: text.describe('The name in Salesforce.'),
  }),
  z.strictObject({
    id: destinationId,
    kind: kind('portal', 'A self-service website.'),
    value: text.describe('The name that answers use.'),
    url: url.optional(),
    outside: text.optional().describe('The name that people outside the company use.'),
  }),
  z.strictObject({
    id: destinationId,
    kind: kind('page', 'A page to read.'),
    title: text.describe('The title that answers use.'),
    url,
  }),
]);
export type DestinationFile = z.infer<typeof destination>;

/** `destinations.yml` */
export const destinationsSchema = z
  .strictObject({
    team: z
      .strictObject({
        name: text.describe('The name that answers use. Texts refer to it as {team}.'),
        old_names: texts.default([]).describe('Earlier names that questions can still use.'),
      })
      .describe('The team that owns the rules.'),
    names: z
      .record(id, text)
      .default({})
      .describe('Other names that texts use. Texts refer to each as {its-id}.'),
    bases: z
      .record(id, url)
      .default({})
      .describe('Beginnings of URLs that many pages share. A page refers to each as {its-id}.'),
    fallback: id.describe(
      'The id of the destination to point a reader to when there is no answer.',
    ),
    destinations: z
      .array(destination)
      .min(1)
      .describe('Every mailbox, channel, role, portal and page, each once.'),
  })
  .describe('Every name and destination. If you change one here, it changes in every answer.');

/** `out-of-scope.yml` */
export const outOfScopeSchema = z
  .strictObject({
    out_of_scope: z
      .array(
        z.strictObject({
          id: id.describe('Same as the name of its file in out-of-scope/.'),
          what: text.describe('A description that completes "this looks like …".'),
          instead: text.optional().describe('Where to go instead, in one sentence.'),
          destinations: ids.default([]).describe('Where to go instead: ids from destinations.yml.'),
        }),
      )
      .default([])
      .describe('Every out-of-scope intent, once.'),
  })
  .describe('Questions that look in scope but are not, and where to go instead.');

/** `words.yml` */
export const wordsSchema = z
  .strictObject({
    abbreviations: z
      .record(z.string(), text)
      .default({})
      .describe('Short forms and foreign words, with the words that they stand for.'),
    concepts: z
      .array(
        z.strictObject({
          id: id.describe('A short name for the meaning of the words.'),
          words: texts.min(1).describe('Words and phrases that mean the same.'),
        }),
      )
      .default([])
      .describe('Groups of synonyms. The router treats every word in a group as the same concept.'),
    stop_words: texts.default([]).describe('Function words without a meaning of their own.'),
    hidden_words: texts
      .default([])
      .describe('Words that count for the decision but are never shown as matched words.'),
  })
  .describe('The words that the router knows in addition to the examples.');

/** `sources.yml` */
export const sourcesSchema = z
  .strictObject({
    site: id
      .optional()
      .describe(
        'The id of the base in destinations.yml that handbook URLs begin with. handbook:check looks for those pages in content/ of a checkout.',
      ),
    pages: z
      .array(
        z.strictObject({
          id: id.describe("The id that a route's source refers to."),
          title: text.describe('The title that answers use.'),
          path: text.describe('The path of the page in a checkout of the handbook.'),
          headings: texts
            .min(1)
            .describe('The headings that answers can be based on, without emoji.'),
          names: ids
            .default([])
            .describe(
              'The mailboxes, channels, roles and addresses that the page names: ids from destinations.yml.',
            ),
          checked: z
            .strictObject({
              date: z
                .string()
                .regex(/^\d{4}-\d{2}-\d{2}$/, 'a date must look like 2026-01-31')
                .describe('The date, such as 2026-01-31.'),
              sha256: z
                .string()
                .regex(/^[0-9a-f]{64}$/, 'a digest must have 64 hexadecimal digits')
                .describe('The digest of the page on that date.'),
            })
            .optional()
            .describe(
              'When the page was last compared with the rules. handbook:check --accept writes it.',
            ),
        }),
      )
      .min(1)
      .describe('Every page that an answer is based on, once.'),
  })
  .describe('The handbook pages and headings that answers are based on.');

/** Slack's own limits. Source: https://docs.slack.dev/reference/app-manifest */
const app = z.strictObject({
  name: text
    .max(35, 'Slack shows up to 35 characters')
    .describe("The bot's name, up to 35 characters."),
  description: text
    .max(140, 'Slack shows up to 140 characters')
    .describe('What the bot is for, in one sentence of up to 140 characters.'),
  command: text
    .max(2000, 'Slack accepts up to 2000 characters')
    .describe('What the command is for, in one sentence.'),
});

/** `guide.yml` */
export const guideSchema = z
  .strictObject({
    app: app
      .optional()
      .describe('How the app appears in Slack. npm run generate writes it into manifest.yml.'),
    about: text.describe('What the bot answers, as in "Ask me …".'),
    language: text.default('English').describe('The language of the rules and of the questions.'),
    examples: texts.min(1).max(5).describe('Questions for a new user to try.'),
    topics: z
      .array(
        z.strictObject({
          id: id.describe('Same as the name of the folder.'),
          title: text.describe('What its routes are about, in a few words.'),
        }),
      )
      .min(1)
      .describe('The topics in display order. A topic is a folder of routes.'),
  })
  .describe('The texts that the bot uses to describe itself.');
