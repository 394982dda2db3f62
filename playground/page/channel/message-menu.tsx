import { Icon } from '../shell/icon';
import { MenuButton } from '../shell/menu-button';
import { usePlayground } from '../state/playground';
import type { Shown } from '../state/selectors';

interface Props {
  readonly message: Shown;
  readonly isInThread: boolean;
  /** What a screen reader calls the message. */
  readonly of: string;
}

/** Reply in thread, and the app's shortcuts. */
export function MessageMenu({ message, isInThread, of }: Props) {
  const { workspace, dispatch, act } = usePlayground();
  const { channel, ts } = message;
  const items = workspace.app.shortcuts.map(({ name, callbackId }) => ({
    text: name,
    note: workspace.app.name,
    choose: () => void act('shortcut', { channel, callbackId, messageTs: ts }),
  }));
  return (
    <div className="message-menu">
      {!isInThread && (
        <button
          type="button"
          className="icon-button"
          aria-label={`Reply in thread: ${of}`}
          title="Reply in thread"
          onClick={() => {
            dispatch({
              type: 'open thread',
              thread: { channel, ts: message.thread_ts ?? ts },
            });
          }}
        >
          <Icon name="reply" />
        </button>
      )}
      <MenuButton label={`More actions: ${of}`} items={items}>
        <Icon name="more" />
      </MenuButton>
    </div>
  );
}
