const EMOJI =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3/gu;
const EMOJI_NAME = /:[a-z0-9_+-]+:/g;

/** A heading without emoji and with single spaces. */
export function plainHeading(heading: string): string {
  return heading.replace(EMOJI, ' ').replace(EMOJI_NAME, ' ').replace(/\s+/g, ' ').trim();
}
