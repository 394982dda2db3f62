import { stringOf } from './block';
import type { Block } from './block';
import { Mrkdwn } from './mrkdwn';

/** A text object: markup or plain text. */
export function TextObject({ text }: { readonly text: unknown }) {
  const object = (text ?? {}) as Block;
  const written = stringOf(object, 'text');
  return stringOf(object, 'type') === 'mrkdwn' ? <Mrkdwn text={written} /> : <>{written}</>;
}
