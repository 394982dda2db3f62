import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Opens a dialog as a modal before the first frame that shows it, so that no key is lost, and gives the focus back to
 * what had it when the dialog goes.
 */
export function useModalDialog(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const { current } = dialog;
    const opener = document.activeElement;
    current?.showModal();
    return () => {
      current?.close();
      if (opener?.isConnected !== true || opener === document.body) {
        document.getElementById('composer')?.focus();
      }
    };
  }, []);
  return dialog;
}
