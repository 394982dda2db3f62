import { type ReactNode, useMemo, useState } from 'react';
import { usePlayground } from '../state/playground';
import type { Shown } from '../state/selectors';
import { type Holder, HolderContext } from './holder';

interface Props {
  readonly message: Shown;
  readonly children: ReactNode;
}

/** Sends what is pressed in a message. */
export function MessageHolder({ message, children }: Props) {
  const { act } = usePlayground();
  const [entered, setEntered] = useState<Readonly<Record<string, unknown>>>({});
  const holder = useMemo<Holder>(
    () => ({
      press: (pressed) => void act('press', { ...pressed, messageTs: message.ts }),
      entered,
      enter: (blockId, value) => {
        setEntered((before) => ({ ...before, [blockId]: value }));
      },
      errors: {},
    }),
    [act, message.ts, entered],
  );
  return <HolderContext value={holder}>{children}</HolderContext>;
}
