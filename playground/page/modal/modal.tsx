import { useEffect, useMemo, useRef, useState } from 'react';
import type { OpenView } from '../../server/slack-objects';
import { Blocks } from '../blocks/blocks';
import { textOf, type Block } from '../blocks/block';
import { ViewHolder } from '../blocks/view-holder';
import { Avatar } from '../shell/avatar';
import { Icon } from '../shell/icon';
import { usePlayground } from '../state/playground';
import { userOf } from '../state/selectors';

/** Slack's own words where the app's answer to a submission cannot be used. */
const TROUBLE = 'We had some trouble connecting. Try again?';

/** A modal of the app, with its fields, its close and its submit button. */
export function Modal({ open }: { readonly open: OpenView }) {
  const { workspace, act } = usePlayground();
  const dialog = useRef<HTMLDialogElement>(null);
  const [entered, setEntered] = useState<Readonly<Record<string, unknown>>>({});
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState('');
  const view = open.view as unknown as Block;
  const viewId = open.view.id;

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const form = useMemo(
    () => ({
      entered,
      enter: (blockId: string, value: unknown) => {
        setEntered((before) => ({ ...before, [blockId]: value }));
      },
    }),
    [entered],
  );

  const close = (): void => void act('close', { viewId });

  const submit = async (): Promise<void> => {
    setSending(true);
    const reply = await act('submit', { viewId, values: entered });
    setSending(false);
    const isRefusedHere = reply?.acknowledged === false && reply.problems.length > 0;
    setTrouble(reply?.acknowledged === false && !isRefusedHere ? TROUBLE : '');
  };

  return (
    <dialog
      ref={dialog}
      className="modal"
      aria-label={textOf(view, 'title')}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <header className="modal-head">
        <Avatar user={userOf(workspace, workspace.app.userId)} />
        <h2>{textOf(view, 'title')}</h2>
        <button type="button" className="icon-button" aria-label="Close the modal" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <div className="modal-body" tabIndex={0} role="region" aria-label="Content">
        <ViewHolder open={open} form={form}>
          <Blocks blocks={open.view.blocks} />
        </ViewHolder>
      </div>
      <footer className="modal-foot">
        {trouble !== '' && (
          <p className="input-error" role="alert">
            {trouble}
          </p>
        )}
        <button type="button" className="button" onClick={close}>
          {textOf(view, 'close') || 'Cancel'}
        </button>
        {open.view.submit !== null && (
          <button
            type="button"
            className="button"
            data-style="primary"
            disabled={isSending}
            onClick={() => void submit()}
          >
            {textOf(view, 'submit')}
          </button>
        )}
      </footer>
    </dialog>
  );
}
