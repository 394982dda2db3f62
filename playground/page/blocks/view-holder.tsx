import { type ReactNode, useMemo, useState } from 'react';
import type { OpenView } from '../../server/slack-objects';
import { usePlayground } from '../state/playground';
import { type Holder, HolderContext } from './holder';

interface Props {
  readonly open: OpenView;
  /** What was entered, where a form around the view keeps it. */
  readonly form?: Pick<Holder, 'entered' | 'enter'>;
  readonly children: ReactNode;
}

/** Sends what is pressed in a view, with what stands in its inputs. */
export function ViewHolder({ open, form, children }: Props) {
  const { act } = usePlayground();
  const [entered, setEntered] = useState<Readonly<Record<string, unknown>>>({});
  const viewId = open.view.id;
  const holder = useMemo<Holder>(() => {
    const kept = form ?? {
      entered,
      enter: (blockId: string, value: unknown) => {
        setEntered((before) => ({ ...before, [blockId]: value }));
      },
    };
    return {
      press: (pressed) => void act('press', { ...pressed, viewId, entered: kept.entered }),
      errors: open.errors,
      ...kept,
    };
  }, [act, viewId, entered, form, open.errors]);
  return <HolderContext value={holder}>{children}</HolderContext>;
}
