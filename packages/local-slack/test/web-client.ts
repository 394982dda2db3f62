import type { LocalSlack } from '../src/local-slack';

export type Args = Record<string, unknown>;

/** Calls a method with a JSON body, as an app without a library would. */
export async function callMethod(
  slack: LocalSlack,
  method: string,
  { token = 'xoxb-local', ...args }: Args = {},
): Promise<Args> {
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${String(token)}` },
    body: JSON.stringify(args),
  });
  return (await response.json()) as Args;
}
