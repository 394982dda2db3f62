import { type Dispatch, useEffect } from 'react';
import type { News } from '../../wire';
import type { Action } from './reduce';

/** Takes the server's news for as long as the page is open; the browser connects again by itself. */
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
