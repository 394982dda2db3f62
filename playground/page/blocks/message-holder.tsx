import { type ReactNode, useMemo } from 'react';
import { usePlayground } from '../state/playground';
import type { Shown } from '../state/selectors';
import { type Holder, HolderContext } from './holder';
import { useForm } from './use-form';

interface Props {
  readonly message: Shown;
  readonly pressed: () => void;
  readonly children: ReactNode;
}

/** Sends what is pressed in a message. */
export function MessageHolder({ message, pressed: tellPressed, children }: Props) {
  const { act } = usePlayground();
  const form = useForm();
  const { ts } = message;
  const holder = useMemo<Holder>(
    () => ({
      ...form,
      press: (pressed) => {
        tellPressed();
        void act('press', { ...pressed, messageTs: ts });
      },
      errors: {},
    }),
    [act, ts, form, tellPressed],
  );
  return <HolderContext value={holder}>{children}</HolderContext>;
}
