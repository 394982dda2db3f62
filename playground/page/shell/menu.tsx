import { type KeyboardEvent, useEffect, useRef } from 'react';

export interface MenuItem {
  readonly text: string;
  readonly note?: string;
  readonly choose: () => void;
}

interface Props {
  readonly id: string;
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly close: () => void;
}

/** An open menu. It keeps the focus until it closes. */
export function Menu({ id, label, items, close }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    menu.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, []);
  return (
    <div
      id={id}
      ref={menu}
      className="menu"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={(event) => {
        moveInMenu(event, close);
      }}
    >
      {items.map(({ text, note, choose }) => (
        <button
          key={text}
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            close();
            choose();
          }}
        >
          <span className="menu-text">{text}</span>
          {note !== undefined && <span className="menu-note">{note}</span>}
        </button>
      ))}
    </div>
  );
}

function moveInMenu(event: KeyboardEvent<HTMLElement>, close: () => void): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  const target = targets[event.key];
  if (event.key === 'Escape' || event.key === 'Tab') {
    event.preventDefault();
    close();
  } else if (target !== undefined) {
    event.preventDefault();
    items[target]?.focus();
  }
}
