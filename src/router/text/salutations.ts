/** en, de, fr, es, pt, it, nl. */
const GREETING =
  /^\s{0,4}(?:hi|hello|hey|hallo|dear|good (?:day|morning|afternoon|evening)|greetings|morning|to whom|sehr geehrte|guten (?:tag|morgen)|liebe[rs]?|bonjour|bonsoir|salut|ch(?:er|ère)s?|madame|monsieur|hola|buen(?:os|as)|estimad[oa]s?|ol[áa]|bom dia|boa tarde|prezad[oa]s?|car[oai]|buongiorno|gentil[ei]|ciao|geachte|beste|goede)(?![\p{L}\p{N}])[^.?!]{0,60}[,.!:]?$/iu;
const CLOSING =
  /^\s{0,4}(?:(?:with )?(?:kind(?:est)?|best|warm(?:est)?|many|friendly|sincere) (?:regards|wishes|greetings|thanks)|regards|best|cheers|sincerely|yours|thanks|thank you|thx|greetings|all the best|br|mfg|respectfully|warmly|(?:mit )?(?:freundlichen|besten|vielen|herzlichen|schönen) (?:grüßen|grüssen|dank)|(?:viele|liebe|beste|freundliche|schöne|herzliche) grü(?:ß|ss)e|(?:bien )?cordialement|(?:un |muchos |cordiales )?saludos?|atentamente|atenciosamente|(?:com os melhores )?cumprimentos|(?:cordiali |distinti )?saluti|(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?)(?:[\s,.!:)]|$).{0,40}$/iu;

/** A dash before a name; the items of a list have dashes too, but begin with a small letter or end in a stop. */
const DASH = /^\s{0,4}(?:--|—|–)\s{0,2}(?:$|\S{1,30}\s{0,2}$|\p{Lu}[^.?!]{1,60}$)/u;

/** A line that greets the reader. */
export function isGreeting(line: string): boolean {
  return line.length <= LONGEST && GREETING.test(line.trimEnd());
}

/** A line that closes a letter: what follows is the writer's name and what they put below it. */
export function isClosing(line: string): boolean {
  return line.length <= LONGEST && (CLOSING.test(line) || DASH.test(line));
}

/** Longer lines are sentences; in characters. */
const LONGEST = 120;
