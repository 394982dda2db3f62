import type { News, Snapshot } from '../../wire';
import type { PageState, Where } from './page-state';

/** The state after an update from the workspace. */
export function applyNews(state: PageState, news: News): PageState {
  if (news.type === 'hello') return welcome(state, news.snapshot);
  const { workspace } = state;
  if (workspace === null) return state;
  const unread = news.type === 'message' ? withUnread(state, news.message) : state.unread;
  return { ...state, unread, workspace: change(workspace, news) };
}

function welcome(state: PageState, workspace: Snapshot): PageState {
  if (state.workspace !== null) {
    const { modals } = state.workspace;
    return { ...state, workspace: { ...workspace, modals }, isConnected: true };
  }
  const [me = ''] = workspace.people;
  const [first] = workspace.channels;
  const where: Where = first === undefined ? { kind: 'home' } : { kind: 'channel', id: first.id };
  return { ...state, workspace, isConnected: true, me, where };
}

function withUnread(
  state: PageState,
  message: { channel: string; user?: string },
): ReadonlySet<string> {
  const isOpen = state.where.kind === 'channel' && state.where.id === message.channel;
  if (isOpen || message.user === state.me) return state.unread;
  return new Set([...state.unread, message.channel]);
}

function change(workspace: Snapshot, news: Exclude<News, { type: 'hello' }>): Snapshot {
  switch (news.type) {
    case 'message':
      return { ...workspace, messages: put(workspace.messages, news.message, tsOf) };
    case 'message gone':
      return { ...workspace, messages: without(workspace.messages, news.ts) };
    case 'ephemeral':
      return { ...workspace, ephemerals: put(workspace.ephemerals, news.ephemeral, tsOf) };
    case 'ephemeral gone':
      return { ...workspace, ephemerals: without(workspace.ephemerals, news.ts) };
    case 'modals':
      return { ...workspace, modals: { ...workspace.modals, [news.user]: news.stack } };
    case 'home':
      return { ...workspace, homes: { ...workspace.homes, [news.user]: news.home } };
    case 'step':
      return { ...workspace, steps: put(workspace.steps, news.step, ({ n }) => n) };
    case 'faults':
      return { ...workspace, faults: news.faults };
    case 'rules':
      return { ...workspace, rules: news.rules };
  }
}

/** Replaces the item with the same key, or appends the item. */
function put<T>(list: readonly T[], item: T, keyOf: (one: T) => unknown): readonly T[] {
  const at = list.findIndex((one) => keyOf(one) === keyOf(item));
  return at < 0 ? [...list, item] : list.with(at, item);
}

function tsOf({ ts }: { ts: string }): string {
  return ts;
}

function without<T extends { ts: string }>(list: readonly T[], ts: string): readonly T[] {
  return list.filter((one) => one.ts !== ts);
}
