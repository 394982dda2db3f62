import { Icon } from '../shell/icon';
import type { ThreadPlace } from '../state/page-state';
import { usePlayground } from '../state/playground';
import { threadOf } from '../state/selectors';
import { Composer } from './composer';
import { MessageRow } from './message-row';
import { useScrollToEnd } from './use-scroll-to-end';

/** A message and its replies, in the right pane. */
export function ThreadPane({ at }: { readonly at: ThreadPlace }) {
  const { state, workspace, dispatch } = usePlayground();
  const { first, replies } = threadOf(workspace, state.me, at);
  const end = useScrollToEnd(replies.length);
  return (
    <aside className="side thread" aria-label="Thread">
      <header className="pane-header">
        <h2 className="pane-title">Thread</h2>
        <button
          type="button"
          className="icon-button"
          aria-label="Close the thread"
          onClick={() => {
            dispatch({ type: 'close thread' });
            document.getElementById('composer')?.focus();
          }}
        >
          <Icon name="close" />
        </button>
      </header>
      <div className="messages" ref={end} tabIndex={0} role="log" aria-label="Replies">
        {first !== undefined && <MessageRow message={first} isInThread />}
        <p className="thread-count">{countOf(replies.length)}</p>
        {replies.map((message) => (
          <MessageRow key={message.ts} message={message} isInThread />
        ))}
      </div>
      <Composer key={at.ts} channel={at.channel} threadTs={at.ts} label="Reply …" isFirst />
    </aside>
  );
}

function countOf(replies: number): string {
  if (replies === 0) return 'No replies yet';
  return replies === 1 ? '1 reply' : `${replies} replies`;
}
