import type { ActReply } from '../../wire';

/**
 * Does something in the local Slack as a user would.
 *
 * @param name of an act of the server, such as `say`
 * @throws Error with a sentence of the server's where it cannot be done
 */
export async function perform(name: string, input: object): Promise<ActReply> {
  const response = await fetch(`/acts/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  const body = (await response.json()) as ActReply | { error: string };
  if ('error' in body) throw new Error(body.error);
  return body;
}
