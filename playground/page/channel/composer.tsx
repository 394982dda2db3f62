import { type KeyboardEvent, useRef, useState } from 'react';
import { Icon } from '../shell/icon';
import { usePlayground } from '../state/playground';
import { Completions } from './completions';
import { type Completion, complete, completionsFor } from './complete';

interface Props {
  readonly id?: string;
  readonly channel: string;
  readonly threadTs?: string;
  readonly label: string;
}

/** The message field: Enter sends, Shift and Enter makes a line, `/` and `@` offer what fits. */
export function Composer({ id, channel, threadTs, label }: Props) {
  const { workspace, act } = usePlayground();
  const [text, setText] = useState('');
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  const [isDismissed, setDismissed] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const offered = isDismissed ? [] : completionsFor(workspace, text, caret);
  const current = Math.min(chosen, offered.length - 1);
  const listId = `completions-${threadTs ?? channel}`;

  const write = (next: string, at: number): void => {
    setText(next);
    setCaret(at);
    setChosen(0);
    setDismissed(false);
  };

  const take = (completion: Completion): void => {
    const next = complete(text, caret, completion);
    write(next.text, next.caret);
    field.current?.focus();
  };

  const send = (): void => {
    if (text.trim() === '') return;
    void act('say', { channel, text, ...(threadTs !== undefined && { threadTs }) });
    write('', 0);
  };

  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const isPlainEnter = event.key === 'Enter' && !event.shiftKey;
    const completion = offered[current];
    if (completion !== undefined) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined) setChosen((current + step + offered.length) % offered.length);
      else if (isPlainEnter || event.key === 'Tab') take(completion);
      else if (event.key === 'Escape') setDismissed(true);
      else return;
      event.preventDefault();
    } else if (isPlainEnter) {
      event.preventDefault();
      send();
    }
  };

  return (
    <div className="composer">
      {offered.length > 0 && (
        <Completions id={listId} offered={offered} current={current} take={take} />
      )}
      <textarea
        id={id}
        ref={field}
        rows={1}
        value={text}
        placeholder={label}
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={offered.length > 0 ? listId : undefined}
        aria-activedescendant={offered.length > 0 ? `${listId}-${current}` : undefined}
        onChange={({ target }) => {
          write(target.value, target.selectionEnd);
        }}
        onSelect={({ currentTarget }) => {
          setCaret(currentTarget.selectionEnd);
        }}
        onKeyDown={press}
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
          onClick={send}
        >
          <Icon name="send" />
        </button>
      </div>
    </div>
  );
}
