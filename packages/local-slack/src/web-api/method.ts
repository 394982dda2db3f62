import type { Core } from '../core';
import type { JsonObject } from '../json';
import type { Args } from './args';

export interface Method {
  /** Which of the app's tokens the method takes. */
  readonly token: 'bot' | 'app';
  /** One of these is needed; none when the list is empty. */
  readonly scopes: (args: Args, core: Core) => readonly string[];
  readonly run: (args: Args, core: Core) => JsonObject;
}

export function botMethod(run: Method['run'], ...scopes: readonly string[]): Method {
  return { token: 'bot', scopes: () => scopes, run };
}
