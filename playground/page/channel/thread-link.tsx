import { Avatar } from '../shell/avatar';
import { usePlayground } from '../state/playground';
import { type Shown, threadOf, userOf } from '../state/selectors';
import { timeOf } from './clock';

/** The line below a message with replies. It opens the thread. */
export function ThreadLink({ message }: { readonly message: Shown }) {
  const { state, workspace, dispatch } = usePlayground();
  const { channel, ts } = message;
  const { replies } = threadOf(workspace, state.me, { channel, ts });
  const last = replies.at(-1);
  if (last === undefined) return null;
  const authors = [...new Set(replies.map(({ user }) => user))].slice(0, 3);
  return (
    <button
      type="button"
      className="thread-link"
      onClick={() => {
        dispatch({ type: 'open thread', thread: { channel, ts } });
      }}
    >
      {authors.map((id) => (
        <Avatar key={id} user={userOf(workspace, id)} />
      ))}
      <span className="thread-link-count">
        {replies.length === 1 ? '1 reply' : `${replies.length} replies`}
      </span>
      <span className="thread-link-time">Last reply at {timeOf(last.ts)}</span>
    </button>
  );
}
