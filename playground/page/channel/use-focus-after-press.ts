import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';

interface AfterPress {
  readonly row: RefObject<HTMLElement | null>;
  /** Call when an element of the message is pressed. */
  readonly pressed: () => void;
}

/**
 * Keeps the place of who pressed something in a message: once the app has put other content in its place, and the
 * pressed element is gone, the message itself has the focus and is in sight.
 *
 * @param content changes with the message
 */
export function useFocusAfterPress(content: unknown): AfterPress {
  const row = useRef<HTMLElement>(null);
  const isWaiting = useRef(false);
  useLayoutEffect(() => {
    if (!isWaiting.current || document.activeElement !== document.body) return;
    isWaiting.current = false;
    row.current?.focus({ preventScroll: true });
    row.current?.scrollIntoView({ block: 'nearest' });
  }, [content]);
  const pressed = useCallback(() => {
    isWaiting.current = true;
  }, []);
  return { row, pressed };
}
