import { type ReactNode, useMemo } from 'react';
import type { OpenView } from '../../../packages/local-slack/src/slack-objects';
import { usePlayground } from '../state/playground';
import { type Holder, HolderContext } from './holder';
import type { Form } from './use-form';

interface Props {
  readonly open: OpenView;
  readonly form: Form;
  readonly children: ReactNode;
}

/** Sends the actions in a view, with the values of its inputs. */
export function ViewHolder({ open, form, children }: Props) {
  const { act } = usePlayground();
  const { view, errors } = open;
  const holder = useMemo<Holder>(
    () => ({
      ...form,
      press: (pressed) => void act('press', { ...pressed, viewId: view.id, entered: form.entered }),
      errors,
    }),
    [act, view.id, form, errors],
  );
  return <HolderContext value={holder}>{children}</HolderContext>;
}
