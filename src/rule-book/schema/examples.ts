import { z } from 'zod';
import { id, ids, text, texts } from './fields';

/** The examples and the counter-examples of a route: `<topic>/<route>.examples.yml`. */
export const routeExamplesSchema = z
  .strictObject({
    examples: texts
      .min(1)
      .describe('Questions and emails that this route answers, in the words that people use.'),
    counter_examples: z
      .array(
        z.strictObject({
          utterance: text.describe('A text that looks like this route but belongs elsewhere.'),
          belongs_to: id.describe('The route or out-of-scope intent that the text belongs to.'),
        }),
      )
      .default([])
      .describe('Similar texts that belong to another route or to an out-of-scope intent.'),
  })
  .describe('What people ask when they want this answer. The router learns from these texts.');

/** The examples of an out-of-scope intent: `out-of-scope/<out-of-scope intent>.examples.yml`. */
export const outOfScopeExamplesSchema = z
  .strictObject({
    examples: texts.min(1).describe('Texts that look in scope but are not.'),
  })
  .describe('What people ask that is out of scope. The router learns from these texts.');

/** Texts that fit two or three routes equally well: `ambiguous/<name>.examples.yml`. */
export const ambiguousExamplesSchema = z
  .strictObject({
    ambiguous: z
      .array(
        z.strictObject({
          routes: ids
            .min(2)
            .max(3)
            .describe('The routes that fit. The bot asks the person to choose one.'),
          examples: texts.min(1).describe('Texts that leave open which of these routes is meant.'),
        }),
      )
      .min(1)
      .describe('Each two or three routes, with the texts that fit all of them.'),
  })
  .describe(
    'Texts that fit two or three routes equally well. The bot asks the person to choose one.',
  );
