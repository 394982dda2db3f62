import type { News } from '../../wire';
import { applyNews } from './apply-news';
import type { PageState, ThreadPlace, Where } from './page-state';

/** Actions of the visitor that change only the page. */
export type Gesture =
  | { readonly type: 'be'; readonly user: string }
  | { readonly type: 'go'; readonly where: Where }
  | { readonly type: 'open thread'; readonly thread: ThreadPlace }
  | { readonly type: 'close thread' }
  | { readonly type: 'inspect'; readonly on: boolean }
  | { readonly type: 'list'; readonly open: boolean }
  | { readonly type: 'connection'; readonly up: boolean }
  | { readonly type: 'trouble'; readonly sentence: string | null };

export type Action = News | Gesture;

export function reduce(state: PageState, action: Action): PageState {
  switch (action.type) {
    case 'be':
      return become(state, action.user);
    case 'go':
      return go(state, action.where);
    case 'open thread':
      return { ...state, thread: action.thread, isInspecting: false };
    case 'close thread':
      return { ...state, thread: null };
    case 'inspect':
      return { ...state, isInspecting: action.on, isListOpen: false };
    case 'list':
      return { ...state, isListOpen: action.open };
    case 'connection':
      return { ...state, isConnected: action.up };
    case 'trouble':
      return { ...state, trouble: action.sentence };
    default:
      return applyNews(state, action);
  }
}

function go(state: PageState, where: Where): PageState {
  const unread = new Set(state.unread);
  if (where.kind === 'channel') unread.delete(where.id);
  return { ...state, where, unread, thread: null, isListOpen: false };
}

/** Closes conversations of the previous person. */
function become(state: PageState, user: string): PageState {
  const { where, workspace } = state;
  const isTheirs =
    where.kind === 'home' ||
    workspace?.channels.some(({ id, members }) => id === where.id && members.includes(user));
  const [first] = workspace?.channels ?? [];
  const next: Where =
    isTheirs === true || first === undefined ? where : { kind: 'channel', id: first.id };
  return { ...go(state, next), me: user, unread: new Set() };
}
