import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Keeps the end of a list in sight when it grows. */
export function useScrollToEnd(count: number): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [count]);
  return list;
}
