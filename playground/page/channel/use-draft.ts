import { type KeyboardEvent, useState } from 'react';
import { usePlayground } from '../state/playground';
import { type Completion, complete, completionsFor } from './complete';

/** The draft of a message: its text, its completions, and the keys to select one. */
export interface Draft {
  readonly text: string;
  readonly offered: readonly Completion[];
  /** The completion that Enter selects. */
  readonly current: number;
  readonly write: (text: string, caret: number) => void;
  readonly moveCaret: (caret: number) => void;
  readonly take: (completion: Completion) => void;
  readonly send: () => void;
  readonly press: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}

/** @param say sends a text */
export function useDraft(say: (text: string) => void): Draft {
  const { workspace } = usePlayground();
  const [text, setText] = useState('');
  const [caret, moveCaret] = useState(0);
  const [chosen, choose] = useState(0);
  const [isDismissed, dismiss] = useState(false);
  const offered = isDismissed ? [] : completionsFor(workspace, text, caret);
  const current = Math.min(chosen, offered.length - 1);

  const write = (next: string, at: number): void => {
    setText(next);
    moveCaret(at);
    choose(0);
    dismiss(false);
  };

  const take = (completion: Completion): void => {
    const next = complete(text, caret, completion);
    write(next.text, next.caret);
  };

  const send = (): void => {
    if (text.trim() !== '') say(text);
    write('', 0);
  };

  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const act = keysOf({ offered, current, take, choose, dismiss, send })[keyNameOf(event)];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  return { text, offered, current, write, moveCaret, take, send, press };
}

interface Choosing extends Pick<Draft, 'offered' | 'current' | 'take' | 'send'> {
  readonly choose: (at: number) => void;
  readonly dismiss: (on: boolean) => void;
}

/** The action of each key. Other keys work as usual. */
function keysOf(draft: Choosing): Readonly<Record<string, () => void>> {
  const { offered, current, take, choose, dismiss, send } = draft;
  const completion = offered[current];
  if (completion === undefined) return { Enter: send };
  const step = (by: number): void => {
    choose((current + by + offered.length) % offered.length);
  };
  const accept = (): void => {
    take(completion);
  };
  return {
    ArrowDown: () => {
      step(1);
    },
    ArrowUp: () => {
      step(-1);
    },
    Enter: accept,
    Tab: accept,
    Escape: () => {
      dismiss(true);
    },
  };
}

function keyNameOf({ key, shiftKey }: KeyboardEvent): string {
  return shiftKey ? `Shift+${key}` : key;
}
