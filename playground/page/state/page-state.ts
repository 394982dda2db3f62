import type { Snapshot } from '../../wire';

/** What the main pane shows: a channel or conversation, or the app's Home tab. */
export type Where = { readonly kind: 'channel'; readonly id: string } | { readonly kind: 'home' };

export interface ThreadPlace {
  readonly channel: string;
  readonly ts: string;
}

export interface PageState {
  /** Null until the server has said hello. */
  readonly workspace: Snapshot | null;
  readonly isConnected: boolean;
  /** The person whom the visitor is. */
  readonly me: string;
  readonly where: Where;
  readonly thread: ThreadPlace | null;
  readonly isInspecting: boolean;
  /** At phone width: whether the list of channels covers the rest. */
  readonly isListOpen: boolean;
  /** Ids of channels with something new. */
  readonly unread: ReadonlySet<string>;
  /** Why the last act could not be done at all. */
  readonly trouble: string | null;
}

export const firstState: PageState = {
  workspace: null,
  isConnected: false,
  me: '',
  where: { kind: 'home' },
  thread: null,
  isInspecting: false,
  isListOpen: false,
  unread: new Set(),
  trouble: null,
};
