import type { RoutedNone } from '../router/types';
import type { RuleBook } from '../rule-book/types';
import type { Answer } from './types';
import { AUTOMATIC_SENTENCES } from './automatic-sentence';
import { type FillContext, fillLine } from './inline';
import { NOTHING } from './nothing';
import { contactsOfProgram, destinationsOf, placesIn, programOf } from './places';

/** No answer: where to go instead, if that is known, else that it is not known; and the team's channel. */
export function refusal(routed: RoutedNone, book: RuleBook): Answer {
  const program = programOf(routed.program, book);
  const context: FillContext = { book, program: null, audience: 'colleague' };
  const { outOfScopeIntent: id } = routed;
  const intent = id === null ? undefined : book.outOfScope[id];
  const destinations = destinationsOf([...(intent?.destinations ?? []), book.fallback], book);
  const places = placesIn(destinations, context);
  const headline = intent?.instead ?? "I don't have an answer to that.";
  const { automatic } = routed;
  if (automatic !== undefined) {
    return { ...NOTHING, routed, headline: [AUTOMATIC_SENTENCES[automatic]], ...places };
  }
  return {
    ...NOTHING,
    routed,
    program,
    headline: fillLine(headline, context),
    notes: [
      fillLine(
        `Ask me ${book.guide.about}. For anything else, ask in {${book.fallback}}.`,
        context,
      ),
    ],
    ...places,
    programContacts: contactsOfProgram(program, book, places.contacts),
  };
}
