import { usePlayground } from '../state/playground';
import { appChannelId } from '../state/selectors';

/** The app's two tabs. */
export function AppTabs({ open }: { readonly open: 'home' | 'messages' }) {
  const { state, dispatch } = usePlayground();
  return (
    <nav className="app-tabs" aria-label="App">
      <button
        type="button"
        aria-current={open === 'home' ? 'page' : undefined}
        onClick={() => {
          dispatch({ type: 'go', where: { kind: 'home' } });
        }}
      >
        Home
      </button>
      <button
        type="button"
        aria-current={open === 'messages' ? 'page' : undefined}
        onClick={() => {
          dispatch({ type: 'go', where: { kind: 'channel', id: appChannelId(state.me) } });
        }}
      >
        Messages
      </button>
    </nav>
  );
}
