const LONGEST = 400;

/** An empty line, the end of a sentence, a dash or a dot before an item. Spaces count from the first on. */
const BETWEEN =
  /\n(?:[^\S\n]*\n)+(?:[^\S\n]+[-–—•]\s+)?|(?<=[.?!])["')\]]?\s+|(?<!\s)\s+[-–—•]\s+|;\s+/;

/** Characters that can separate sentences. A text without them is one sentence and skips the split. */
const MAYBE_BETWEEN = /[\n;]|[.?!]["')\]]?\s|\s[-–—•]/;

/** Splits lines of text into sentences. A sentence can continue on the next line. */
export function splitSentences(text: string): string[] {
  const sentences = MAYBE_BETWEEN.test(text) ? text.split(BETWEEN) : [text];
  return sentences
    .map(onOneLine)
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
    .flatMap(cutLong);
}

/** Replaces runs of white space with single spaces. */
export function onOneLine(text: string): string {
  // Most spaces are already single and do not change.
  return text.replace(/\s{2,}|[^\S ]/g, ' ').trim();
}

function cutLong(sentence: string): string[] {
  if (sentence.length <= LONGEST) return [sentence];
  const pieces: string[] = [];
  for (let at = 0; at < sentence.length; at += LONGEST)
    pieces.push(sentence.slice(at, at + LONGEST));
  return pieces;
}

const ASKING =
  /\?|\b(?:could|can|may|would|should|shall|must) (?:you|we|i|they|he|she|somebody|someone|anyone)\b|\b(?:please|pls|plz|kindly|how (?:do|can|to|does|should)|what (?:do|should|is|are|can)|where (?:do|can|is|should|to)|who(?:m)? (?:do|can|is|should|to)|when (?:do|will|does)|which|is it possible|is there|are there|let (?:me|us) know|need(?:s)?(?: to)?|want(?:s)?(?: to)?|would like|(?:we|i)(?:'d| would) (?:like|love)|wonder(?:ing)?|advise|request|help(?: me| us)?|tell (?:me|us)|looking (?:for|to)|hop(?:e|ing) to|interested in|any (?:idea|chance|advice|update|news))\b/i;

/** Whether a sentence asks for something. */
export function isAsking(sentence: string): boolean {
  return ASKING.test(sentence);
}
