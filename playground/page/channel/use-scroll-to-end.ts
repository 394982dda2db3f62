import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Above a message that does not fit, in pixels. */
const MARGIN = 8;
/** So near to the end counts as the end, in pixels. */
const NEAR = 40;

/**
 * Keeps the newest message in sight when the list grows, and when a pane beside it makes it narrower; of a message that
 * does not fit, its beginning.
 */
export function useScrollToEnd(count: number): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (list.current !== null) scrollToNewest(list.current);
  }, [count]);
  useLayoutEffect(() => {
    const { current } = list;
    if (current === null) return;
    let isAtEnd = true;
    const look = (): void => {
      isAtEnd = current.scrollHeight - current.clientHeight - current.scrollTop < NEAR;
    };
    const resized = new ResizeObserver(() => {
      if (isAtEnd) scrollToNewest(current);
    });
    current.addEventListener('scroll', look, { passive: true });
    resized.observe(current);
    return () => {
      current.removeEventListener('scroll', look);
      resized.disconnect();
    };
  }, []);
  return list;
}

function scrollToNewest(list: HTMLElement): void {
  const newest = list.lastElementChild as HTMLElement | null;
  const end = list.scrollHeight - list.clientHeight;
  const beginning = newest === null ? end : newest.offsetTop - list.offsetTop - MARGIN;
  list.scrollTo({ top: Math.min(end, beginning) });
}
