const FROM =
  /^[^\S\n]{0,4}\*?(?:from|von|de)\*?\s?:\*?\s?"?([^"<\n]{2,80}?)"?\s{0,4}(?:<|&lt;|\[mailto)/gim;

/**
 * The name in the last "From:" line of a text: where a mail was forwarded, who wrote it first stands last. Null where
 * there is no such line, since a name in a signature is a guess.
 */
export function emailSenderIn(text: string): string | null {
  const names = [...text.slice(0, 20_000).matchAll(FROM)].map(([, name]) => name?.trim() ?? '');
  return names.at(-1) ?? null;
}
