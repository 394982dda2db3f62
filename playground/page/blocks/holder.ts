import { createContext, useContext } from 'react';

export interface PressedElement {
  readonly blockId: string;
  readonly actionId: string;
  readonly value?: string | readonly string[];
}

/** The container of some blocks: a message or a view. */
export interface Holder {
  readonly press: (pressed: PressedElement) => void;
  /** The values of a view's inputs, by block id. */
  readonly entered: Readonly<Record<string, unknown>>;
  readonly enter: (blockId: string, value: unknown) => void;
  /** The app's errors for inputs, by block id. */
  readonly errors: Readonly<Record<string, string>>;
}

export const HolderContext = createContext<Holder | null>(null);

export function useHolder(): Holder {
  const holder = useContext(HolderContext);
  if (holder === null) throw new Error('There is no message or view around this block.');
  return holder;
}
