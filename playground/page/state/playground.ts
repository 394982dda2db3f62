import { createContext, type Dispatch, useContext } from 'react';
import type { ActReply, Snapshot } from '../../wire';
import type { PageState } from './page-state';
import type { Action } from './reduce';

/** The context for every component of the page. */
export interface Playground {
  readonly state: PageState;
  readonly workspace: Snapshot;
  readonly dispatch: Dispatch<Action>;
  /** Performs an action as the visitor's person; undefined if it fails. */
  readonly act: (name: string, input?: object) => Promise<ActReply | undefined>;
}

export const PlaygroundContext = createContext<Playground | null>(null);

export function usePlayground(): Playground {
  const playground = useContext(PlaygroundContext);
  if (playground === null) throw new Error('There is no playground around this component.');
  return playground;
}
