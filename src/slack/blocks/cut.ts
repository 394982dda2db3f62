/** The beginning of a text, at most `length` UTF-16 units long; a character outside the BMP is never cut in two. */
export function takeUnits(text: string, length: number): string {
  if (text.length <= length) return text;
  const isHigh = /[\uD800-\uDBFF]/.test(text.charAt(length - 1));
  return text.slice(0, isHigh ? length - 1 : length);
}

/** Cuts a text that is longer than Slack takes, and shows that it was cut. */
export function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${takeUnits(text, limit - 1)}…`;
}
