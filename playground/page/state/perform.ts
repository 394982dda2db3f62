import type { ActReply } from '../../wire';

/**
 * Performs an action of a user in the local Slack.
 *
 * @param name of an action of the server, such as `say`
 * @throws Error with the server's message if the action fails
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
