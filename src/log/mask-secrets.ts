/** Stands for a secret that was taken out. */
const MASK = '[secret]';

/** Each pattern, and what takes its place. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  // https://docs.slack.dev/authentication/tokens
  [/\bx(?:ox[a-z]|app)[-.][\w.-]+/gi, MASK],
  // The address of a response_url or of a webhook lets anyone post there.
  [/\bhooks\.slack\.com\/[^\s"'<>]+/gi, `hooks.slack.com/${MASK}`],
  [/\/(?:commands|actions|services|workflows)\/[TE][A-Z0-9]+\/[^\s"'<>]+/g, `/${MASK}`],
  [/([?&]ticket=)[^\s"'<>&]+/gi, `$1${MASK}`],
  [/\b((?:authorization|x-slack-signature)["']?\s?[:=]\s?["']?)[^\r\n"']+/gi, `$1${MASK}`],
  // Credentials hold a digit, a padding or a capital inside a word; "Basic Information" holds none.
  [
    /\b([Bb]earer|[Bb]asic|BEARER|BASIC)\s(?=[^\s"',]*(?:[\d=+/]|[a-z][A-Z]))[^\s"',]+/g,
    `$1 ${MASK}`,
  ],
  [/((?:password|secret|token|signature)["']?\s?[:=]\s?["']?)[^\s"',&]+/gi, `$1${MASK}`],
];

/** The name and the password in an address, up to the last @ before its path. */
const IN_ADDRESS = /:\/\/[^\s/?#"'<>]*/g;

/** Takes tokens, passwords in addresses, response_urls and authentication headers out of a text. */
export function maskSecrets(text: string): string {
  const named = text.replace(IN_ADDRESS, (address) => {
    const at = address.lastIndexOf('@');
    return at === -1 ? address : `://${MASK}${address.slice(at)}`;
  });
  return SECRETS.reduce((masked, [pattern, instead]) => masked.replace(pattern, instead), named);
}
