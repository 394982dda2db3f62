import { z } from 'zod';
import type { RuleBook } from '../../../rule-book/types';
import { unescapeText } from '../../blocks/mrkdwn';

/** Reads the value of an example's button, which is the example; undefined where the guide has no such example. */
export function decodeExample(value: string | undefined, { guide }: RuleBook): string | undefined {
  const text = value ?? '';
  // Slack may escape what comes back from a button.
  return [text, unescapeText(text)].find((one) => guide.examples.includes(one));
}

/** Reads the value of a "Done" button, which is the id of a question in the store; undefined where it is none. */
export function decodeQuestionId(value: string | undefined): string | undefined {
  return z.uuid().safeParse(value).data;
}
