import type { ReactNode } from 'react';
import type { Where } from '../state/page-state';
import { usePlayground } from '../state/playground';

interface Props {
  readonly where: Where;
  /** The id of another channel that belongs to the item. */
  readonly also?: string;
  readonly children: ReactNode;
}

export function SidebarItem({ where, also, children }: Props) {
  const { state, dispatch } = usePlayground();
  const ids = [where.kind === 'channel' ? where.id : undefined, also];
  const isOpen =
    state.where.kind === 'channel' ? ids.includes(state.where.id) : where.kind === 'home';
  const isUnread = ids.some((id) => id !== undefined && state.unread.has(id));
  return (
    <li>
      <button
        type="button"
        className="sidebar-item"
        aria-current={isOpen ? 'page' : undefined}
        data-unread={isUnread}
        onClick={() => {
          dispatch({ type: 'go', where });
        }}
      >
        {children}
        {isUnread && <span className="unread-mark">new</span>}
      </button>
    </li>
  );
}
