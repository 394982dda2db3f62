import { type RefObject, useLayoutEffect, useRef } from 'react';

/** The space above a message that is larger than the pane, in pixels. */
const MARGIN = 8;

/** Scrolls to the newest message when the list grows, or to its beginning if it is larger than the pane. */
export function useScrollToEnd(count: number): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = list;
    if (current === null) return;
    const newest = current.lastElementChild as HTMLElement | null;
    const end = current.scrollHeight - current.clientHeight;
    const beginning = newest === null ? end : newest.offsetTop - current.offsetTop - MARGIN;
    current.scrollTo({ top: Math.min(end, beginning) });
  }, [count]);
  return list;
}
