import type { Block } from './block';

export interface ElementProps {
  readonly element: Block;
  /** The block that holds it. */
  readonly block: Block;
  /** What it is for, where a text beside it says so. */
  readonly label?: string | undefined;
  /** The ids of an input's hint and error, for assistive technology. */
  readonly describedBy?: string | undefined;
  readonly id?: string | undefined;
}
