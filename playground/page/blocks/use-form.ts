import { useMemo, useState } from 'react';
import type { Holder } from './holder';

/** The values of the inputs of some blocks. */
export type Form = Pick<Holder, 'entered' | 'enter'>;

export function useForm(): Form {
  const [entered, setEntered] = useState<Form['entered']>({});
  return useMemo(
    () => ({
      entered,
      enter: (blockId, value) => {
        setEntered((before) => ({ ...before, [blockId]: value }));
      },
    }),
    [entered],
  );
}
