import { usePlayground } from '../state/playground';
import { Modal } from './modal';

/** The modal on top of those that the person has open. */
export function ModalStack() {
  const { state, workspace } = usePlayground();
  const open = (workspace.modals[state.me] ?? []).at(-1);
  return open === undefined ? null : <Modal key={open.view.id} open={open} />;
}
