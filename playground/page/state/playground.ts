import { createContext, type Dispatch, useContext } from 'react';
import type { ActReply, Snapshot } from '../../wire';
import type { PageState } from './page-state';
import type { Action } from './reduce';

/** What every part of the page works with. */
export interface Playground {
  readonly state: PageState;
  readonly workspace: Snapshot;
  readonly dispatch: Dispatch<Action>;
  /** Does something as the person whom the visitor is; undefined where it could not be done at all. */
  readonly act: (name: string, input?: object) => Promise<ActReply | undefined>;
}

export const PlaygroundContext = createContext<Playground | null>(null);

export function usePlayground(): Playground {
  const playground = useContext(PlaygroundContext);
  if (playground === null) throw new Error('There is no playground around this component.');
  return playground;
}
