import { Icon } from '../shell/icon';
import { usePlayground } from '../state/playground';
import { Completions } from './completions';
import { useDraft } from './use-draft';

interface Props {
  readonly id?: string;
  readonly channel: string;
  readonly threadTs?: string;
  readonly label: string;
  /** Whether it gets the focus when it appears. */
  readonly isFirst?: boolean;
}

/** The message field: Enter sends, Shift+Enter adds a line, `/` and `@` open completions. */
export function Composer({ id, channel, threadTs, label, isFirst = false }: Props) {
  const { act } = usePlayground();
  const draft = useDraft((text) => {
    void act('say', { channel, text, ...(threadTs !== undefined && { threadTs }) });
  });
  const { text, offered, current, take } = draft;
  const listId = `completions-${threadTs ?? channel}`;
  const isOffering = offered.length > 0;
  return (
    <div className="composer">
      {isOffering && <Completions id={listId} offered={offered} current={current} take={take} />}
      <textarea
        id={id}
        rows={1}
        autoFocus={isFirst}
        value={text}
        placeholder={label}
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={isOffering ? listId : undefined}
        aria-activedescendant={isOffering ? `${listId}-${current}` : undefined}
        onChange={({ target }) => {
          draft.write(target.value, target.selectionEnd);
        }}
        onSelect={({ currentTarget }) => {
          draft.moveCaret(currentTarget.selectionEnd);
        }}
        onKeyDown={draft.press}
      />
      <div className="composer-foot">
        <span className="composer-hint">
          <kbd>/</kbd> commands, <kbd>@</kbd> people
        </span>
        <button
          type="button"
          className="send"
          aria-label="Send"
          disabled={text.trim() === ''}
          onClick={draft.send}
        >
          <Icon name="send" />
        </button>
      </div>
    </div>
  );
}
