import { useCallback, useMemo, useReducer } from 'react';
import { Page } from './shell/page';
import { firstState } from './state/page-state';
import { perform } from './state/perform';
import { type Playground, PlaygroundContext } from './state/playground';
import { reduce } from './state/reduce';
import { useLive } from './state/use-live';

export function App() {
  const [state, dispatch] = useReducer(reduce, firstState);
  useLive(dispatch);
  const { me, workspace } = state;
  const act = useCallback(
    async (name: string, input: object = {}) => {
      try {
        return await perform(name, { user: me, ...input });
      } catch (error) {
        dispatch({ type: 'trouble', sentence: (error as Error).message });
        return undefined;
      }
    },
    [me],
  );
  const playground = useMemo<Playground | null>(
    () => workspace && { state, workspace, dispatch, act },
    [state, workspace, act],
  );
  if (playground === null) return <p className="waiting">Opening the workspace …</p>;
  return (
    <PlaygroundContext value={playground}>
      <Page />
    </PlaygroundContext>
  );
}
