import type { KeyboardEvent } from 'react';
import type { Where } from '../state/page-state';
import { usePlayground } from '../state/playground';
import { appChannelId } from '../state/selectors';

/** The id of what the open tab shows. */
export const APP_PANEL = 'app-panel';

const TABS = ['home', 'messages'] as const;
type Tab = (typeof TABS)[number];
const NAMES: Readonly<Record<Tab, string>> = { home: 'Home', messages: 'Messages' };

/** The app's two tabs. Source: https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ */
export function AppTabs({ open }: { readonly open: Tab }) {
  const { state, dispatch } = usePlayground();
  const go = (tab: Tab): void => {
    const where: Where =
      tab === 'home' ? { kind: 'home' } : { kind: 'channel', id: appChannelId(state.me) };
    dispatch({ type: 'go', where });
  };
  const move = ({ key }: KeyboardEvent): void => {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
    const next = open === 'home' ? 'messages' : 'home';
    go(next);
    // The other tab's pane has tabs of its own.
    requestAnimationFrame(() => document.getElementById(idOf(next))?.focus());
  };
  return (
    <div className="app-tabs" role="tablist" aria-label="App">
      {TABS.map((tab) => (
        <button
          key={tab}
          id={idOf(tab)}
          type="button"
          role="tab"
          aria-selected={tab === open}
          aria-controls={tab === open ? APP_PANEL : undefined}
          tabIndex={tab === open ? 0 : -1}
          onKeyDown={move}
          onClick={() => {
            go(tab);
          }}
        >
          {NAMES[tab]}
        </button>
      ))}
    </div>
  );
}

function idOf(tab: Tab): string {
  return `app-tab-${tab}`;
}
