import type { Routed } from '../router/types';
import type { RuleBook } from '../rule-book/types';
import { questionBack } from './question-back';
import { refusal } from './refusal';
import { routeAnswer } from './route-answer';
import type { Answer } from './types';

/**
 * Turns the router's decision into what the asker reads.
 *
 * @param sender the lead's name for the greeting, if the email gives one safely
 */
export function makeAnswer(routed: Routed, book: RuleBook, sender: string | null = null): Answer {
  const answer = answerTo(routed, book, sender);
  const isAutomatic = routed.outcome === 'none' && routed.automatic !== undefined;
  return routed.otherLanguage && !isAutomatic ? withLanguageNote(answer, book) : answer;
}

function answerTo(routed: Routed, book: RuleBook, sender: string | null): Answer {
  switch (routed.outcome) {
    case 'answer':
      return routeAnswer(routed, { shown: routed, book, sender });
    case 'clarify':
      return routed.guess === null
        ? questionBack(routed, book)
        : routeAnswer(routed, { shown: routed.guess, book, sender });
    case 'none':
      return refusal(routed, book);
  }
}

/** A text in another language: only an answer needs checking. */
function withLanguageNote(answer: Answer, { guide }: RuleBook): Answer {
  const check = answer.route === null ? '' : ' Please double-check this answer.';
  return { ...answer, notes: [[`I only read ${guide.language}.${check}`], ...answer.notes] };
}
