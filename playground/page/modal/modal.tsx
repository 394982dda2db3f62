import type { OpenView } from '../../../packages/local-slack/src/slack-objects';
import { textOf } from '../blocks/block';
import { Blocks } from '../blocks/blocks';
import { useForm } from '../blocks/use-form';
import { ViewHolder } from '../blocks/view-holder';
import { Avatar } from '../shell/avatar';
import { Icon } from '../shell/icon';
import { usePlayground } from '../state/playground';
import { userOf } from '../state/selectors';
import { ModalFoot } from './modal-foot';
import { useModalDialog } from './use-modal-dialog';
import { useSubmission } from './use-submission';

/** A modal of the app with its fields and its buttons to close and submit. */
export function Modal({ open }: { readonly open: OpenView }) {
  const { workspace, act } = usePlayground();
  const dialog = useModalDialog();
  const form = useForm();
  const { isSending, trouble, submit } = useSubmission(open.view.id);
  const title = textOf({ ...open.view }, 'title');
  const close = (): void => void act('close', { viewId: open.view.id });
  return (
    <dialog
      ref={dialog}
      className="modal"
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <header className="modal-head">
        <Avatar user={userOf(workspace, workspace.app.userId)} />
        <h2>{title}</h2>
        <button type="button" className="icon-button" aria-label="Close the modal" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <div className="modal-body" tabIndex={0} role="region" aria-label="Content">
        <ViewHolder open={open} form={form}>
          <Blocks blocks={open.view.blocks} />
        </ViewHolder>
      </div>
      <ModalFoot
        open={open}
        trouble={trouble}
        isSending={isSending}
        close={close}
        submit={() => void submit(form.entered)}
      />
    </dialog>
  );
}
