import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { Menu, type MenuItem } from './menu';

interface Props {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly children: ReactNode;
}

/** A button that opens a menu. Source: https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/ */
export function MenuButton({ label, items, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  usePressElsewhere(root, () => {
    setOpen(false);
  });
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div className="menu-button" ref={root} data-open={isOpen}>
      <button
        ref={button}
        type="button"
        className="icon-button"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {children}
      </button>
      {isOpen && <Menu id={id} label={label} items={items} close={close} />}
    </div>
  );
}

function usePressElsewhere(root: RefObject<HTMLElement | null>, leave: () => void): void {
  useEffect(() => {
    const press = ({ target }: PointerEvent): void => {
      if (root.current?.contains(target as Node) === false) leave();
    };
    document.addEventListener('pointerdown', press);
    return () => {
      document.removeEventListener('pointerdown', press);
    };
  });
}
