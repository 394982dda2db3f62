import { parseDocument } from 'yaml';
import { type FillContext, fillLine, plainLine } from '../../answer/inline';
import type { RuleBook } from '../../rule-book/types';

/** Updates the texts in the app manifest from the rules. Everything else stays, including comments. */
export function manifestFile(manifest: string, book: RuleBook): string {
  const { app } = book.guide;
  if (app === null) return manifest;
  const context: FillContext = { book, program: null, audience: 'colleague' };
  const fill = (text: string): string => plainLine(fillLine(text, context));
  const document = parseDocument(manifest);
  const texts: readonly (readonly [readonly (string | number)[], string])[] = [
    [['display_information', 'name'], app.name],
    [['display_information', 'description'], fill(app.description)],
    [['features', 'bot_user', 'display_name'], app.name],
    [['features', 'slash_commands', 0, 'description'], fill(app.command)],
  ];
  const stale = texts.filter(([path, text]) => document.getIn(path) !== text);
  for (const [path, text] of stale) document.setIn(path, text);
  return stale.length === 0 ? manifest : document.toString({ lineWidth: 0, singleQuote: true });
}
