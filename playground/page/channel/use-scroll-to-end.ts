import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Above a message that does not fit, in pixels. */
const MARGIN = 8;

/** Keeps the newest message in sight when the list grows; of one that does not fit, its beginning. */
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
