import type { Completion } from './complete';

interface Props {
  readonly id: string;
  readonly offered: readonly Completion[];
  readonly current: number;
  readonly take: (completion: Completion) => void;
}

/** The completions of the message field. The focus stays in the field. */
export function Completions({ id, offered, current, take }: Props) {
  return (
    <ul className="completions" id={id} role="listbox" aria-label="Suggestions">
      {offered.map((completion, at) => (
        <li
          key={completion.text}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === current}
          onPointerDown={(event) => {
            event.preventDefault();
            take(completion);
          }}
        >
          <span className="completion-text">{completion.text}</span>
          <span className="completion-note">{completion.note}</span>
        </li>
      ))}
    </ul>
  );
}
