import { z } from 'zod';
import { id, ids, text, texts } from './fields';

const byProgram = z.strictObject({
  headline: text.optional().describe('The answer in one sentence for this program.'),
  do: texts.optional().describe('Steps that replace the general ones for this program.'),
  note: text.optional().describe("This program's part, shown if the question names no program."),
  destinations: ids.optional().describe('Destinations to add for this program.'),
});

const ifAsked = z.strictObject({
  words: texts
    .min(1)
    .describe('The sentence is added if the question contains any of these words.'),
  headline: text.optional().describe('The answer in one sentence, in place of the general one.'),
  say: text.optional().describe('A sentence to add.'),
  by_program: z
    .record(id, text)
    .default({})
    .describe('The headline in its place where this program is meant.'),
  destinations: ids.default([]).describe('Destinations to add with it.'),
});

const reply = z.strictObject({
  subject: text.describe('Subject line of the reply to the lead.'),
  body: text.describe(
    'The reply without greeting and signature. People outside the company read it.',
  ),
  by_program: z
    .record(id, text)
    .default({})
    .describe('The body that replaces the general one for this program.'),
});

const paste = z.strictObject({
  for: text.describe('Where to paste the text.'),
  text: text.describe('The text to paste, with [gaps] to fill in.'),
});

/** One answer: a file `<topic>/<route>.yml`. */
export const routeSchema = z
  .strictObject({
    id: id.describe('Same as the name of the file. Never reuse an id for something else.'),
    topic: id.describe('Same as the name of the folder.'),
    title: text.describe('What the question is about, in a few words. Buttons show it.'),
    headline: text.describe('The answer in one sentence.'),
    do: texts.min(1).max(3).describe('What to do, in one to three steps.'),
    do_not: texts.default([]).describe('What not to do.'),
    by_program: z.record(id, byProgram).default({}).describe('What differs by program.'),
    if_asked: z
      .array(ifAsked)
      .default([])
      .describe('Sentences for details that a question can ask for.'),
    programs: ids
      .default([])
      .describe('The programs that the route is for. If empty, the route is for all programs.'),
    instead_for: z
      .record(id, id)
      .default({})
      .describe('For a program named here, another route answers instead.'),
    email_action: id
      .optional()
      .describe(
        "Routes with the same name here require the same action for an outsider's email. The bot never asks the person to choose between them.",
      ),
    mailbox: z
      .boolean()
      .default(false)
      .describe("true: the contacts include the program's mailbox."),
    destinations: ids.default([]).describe('Where to go: ids from destinations.yml.'),
    source: z
      .strictObject({
        page: id.describe('Id of a page in sources.yml.'),
        heading: text.describe('The heading on that page that the answer is based on.'),
      })
      .describe('The source of the answer.'),
    quotes: texts
      .default([])
      .describe('Sentences of that page, word for word, that the answer is based on.'),
    also: texts.default([]).describe('More headings of the same page.'),
    reply: reply.optional().describe('The reply to the lead.'),
    paste: paste.optional().describe('A text to paste elsewhere.'),
  })
  .describe(
    'One answer: what to do, what not to do, where to go, and its source. Texts refer to a destination as {its-id}.',
  );
export type RouteFile = z.infer<typeof routeSchema>;
