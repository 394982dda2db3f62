import { makeAnswer } from '../../answer/answer';
import { PLAIN, plainText, type TextStyle } from '../../answer/plain-text';
import type { Router } from '../../router/router';
import type { RuleBook } from '../../rule-book/types';
import { escapeMarkdown } from './markdown';
import { fillRegions } from './regions';

/** Updates the parts of the README that depend on the rules: their subject, and the sample answer. */
export function readmePage(
  readme: string,
  { book, router, style = PLAIN }: { book: RuleBook; router: Router; style?: TextStyle },
): string {
  return fillRegions(readme, {
    about: () => about(book),
    sample: (now) => {
      const question = /^> (.*)$/m.exec(now)?.[1] ?? book.guide.examples[0] ?? '';
      const answer = plainText(makeAnswer(router.route(question), book), style);
      return `\`\`\`text\n> ${question}\n\n${answer}\n\`\`\``;
    },
  });
}

function about({ team, programs, guide }: RuleBook): string {
  const names = programs.map(({ name }) => name).join(', ');
  const brackets = names === '' ? '' : ` (${names})`;
  return `Its rules cover ${escapeMarkdown(`${team.name}${brackets}: ${guide.about}`)}.`;
}
