import { type Dispatch, useEffect } from 'react';
import type { News } from '../../wire';
import type { Action } from './reduce';

/** Receives updates from the server while the page is open. The browser reconnects automatically. */
export function useLive(dispatch: Dispatch<Action>): void {
  useEffect(() => {
    const source = new EventSource('/live');
    source.onmessage = ({ data }) => {
      dispatch(JSON.parse(String(data)) as News);
    };
    source.onerror = () => {
      dispatch({ type: 'connection', up: false });
    };
    return () => {
      source.close();
    };
  }, [dispatch]);
}
