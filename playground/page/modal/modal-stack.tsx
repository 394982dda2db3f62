import { usePlayground } from '../state/playground';
import { Modal } from './modal';

/** The topmost of the person's open modals. */
export function ModalStack() {
  const { state, workspace } = usePlayground();
  const open = (workspace.modals[state.me] ?? []).at(-1);
  return open === undefined ? null : <Modal key={open.view.id} open={open} />;
}
