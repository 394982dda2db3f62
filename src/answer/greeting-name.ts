const TITLE = /^(?:prof|professor|dr|mr|mrs|ms|mx|sir|dipl|ing)\.?$/i;
const NAME_WORD = /^\p{Lu}[\p{Ll}\p{M}'’-]{1,29}(?:-\p{Lu}[\p{Ll}\p{M}]{1,29})?$/u;
const NO_PERSON =
  /team|support|admin|office|sales|info|department|university|school|foundation|project|purchasing/i;

/**
 * The name for a greeting: the full name in an email's header, if it is two to four plain words that look like a
 * person's name. Anything else gives null, and the greeting has no name.
 */
export function greetingName(sender: string | null): string | null {
  if (sender === null || NO_PERSON.test(sender)) return null;
  const words = sender
    .trim()
    .split(/\s+/)
    .filter((word) => !TITLE.test(word));
  const plain =
    words.length >= 2 && words.length <= 4 && words.every((word) => NAME_WORD.test(word));
  return plain ? words.join(' ') : null;
}
