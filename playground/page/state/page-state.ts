import type { Snapshot } from '../../wire';

/** The content of the main pane: a channel, a conversation, or the app's Home tab. */
export type Where = { readonly kind: 'channel'; readonly id: string } | { readonly kind: 'home' };

export interface ThreadPlace {
  readonly channel: string;
  readonly ts: string;
}

export interface PageState {
  /** Null until the server sends the workspace. */
  readonly workspace: Snapshot | null;
  readonly isConnected: boolean;
  /** The person that the visitor is. */
  readonly me: string;
  readonly where: Where;
  readonly thread: ThreadPlace | null;
  readonly isInspecting: boolean;
  /** On a narrow screen, whether the list of channels is open. */
  readonly isListOpen: boolean;
  /** Ids of channels with new messages. */
  readonly unread: ReadonlySet<string>;
  /** The error of the last action that failed. */
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
