/** Names that tools read in lowercase first. */
const NAMES = ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY'] as const;

/** Gives each proxy variable its uppercase name. Where both are set, the lowercase one counts, as for curl. */
export function withProxyNames(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const lowercase = NAMES.flatMap((name): [string, string][] => {
    const value = environment[name.toLowerCase()] ?? '';
    return value === '' ? [] : [[name, value]];
  });
  return { ...environment, ...Object.fromEntries(lowercase) };
}

/** Whether a text is the address of a proxy, such as `http://USER:PASSWORD@example.com:3128`. */
export function isProxyAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname, search } = new URL(text);
  return /^https?:$/.test(protocol) && pathname === '/' && search === '';
}
