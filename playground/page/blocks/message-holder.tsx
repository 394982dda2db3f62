import { type ReactNode, useMemo } from 'react';
import { usePlayground } from '../state/playground';
import type { Shown } from '../state/selectors';
import { type Holder, HolderContext } from './holder';
import { useForm } from './use-form';

interface Props {
  readonly message: Shown;
  readonly children: ReactNode;
}

/** Sends the actions in a message. */
export function MessageHolder({ message, children }: Props) {
  const { act } = usePlayground();
  const form = useForm();
  const { ts } = message;
  const holder = useMemo<Holder>(
    () => ({
      ...form,
      press: (pressed) => void act('press', { ...pressed, messageTs: ts }),
      errors: {},
    }),
    [act, ts, form],
  );
  return <HolderContext value={holder}>{children}</HolderContext>;
}
