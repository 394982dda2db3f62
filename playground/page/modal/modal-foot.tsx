import type { OpenView } from '../../../packages/local-slack/src/slack-objects';
import { textOf } from '../blocks/block';

interface Props {
  readonly open: OpenView;
  /** The error of the last submission; empty if there is none. */
  readonly trouble: string;
  readonly isSending: boolean;
  readonly close: () => void;
  readonly submit: () => void;
}

export function ModalFoot({ open, trouble, isSending, close, submit }: Props) {
  const view = { ...open.view };
  return (
    <footer className="modal-foot">
      {trouble !== '' && (
        <p className="input-error" role="alert">
          {trouble}
        </p>
      )}
      <button type="button" className="button" onClick={close}>
        {textOf(view, 'close') || 'Cancel'}
      </button>
      {view.submit !== null && (
        <button
          type="button"
          className="button"
          data-style="primary"
          disabled={isSending}
          onClick={submit}
        >
          {textOf(view, 'submit')}
        </button>
      )}
    </footer>
  );
}
