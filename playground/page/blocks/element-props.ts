import type { Block } from './block';

export interface ElementProps {
  readonly element: Block;
  /** The block that contains it. */
  readonly block: Block;
  /** Its purpose, if a text next to it describes it. */
  readonly label?: string | undefined;
  /** The ids of an input's hint and error, for assistive technology. */
  readonly describedBy?: string | undefined;
  readonly id?: string | undefined;
}
