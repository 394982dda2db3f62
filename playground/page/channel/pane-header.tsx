import type { ReactNode } from 'react';

interface Props {
  readonly title: ReactNode;
  readonly note?: string;
  readonly children?: ReactNode;
}

export function PaneHeader({ title, note = '', children }: Props) {
  return (
    <header className="pane-header">
      <h2 className="pane-title">{title}</h2>
      {note !== '' && <p className="pane-note">{note}</p>}
      {children}
    </header>
  );
}
