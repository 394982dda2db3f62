import type { ComponentType } from 'react';
import { ActionsBlock } from './actions-block';
import { type Block, stringOf } from './block';
import { ContextActionsBlock } from './context-actions-block';
import { ContextBlock } from './context-block';
import { InputBlock } from './input-block';
import { LibraryBlock } from './library-block';
import { SectionBlock } from './section-block';
import { TableBlock } from './table-block';
import { TextObject } from './text-object';

/**
 * The blocks that the page renders itself: interactive blocks, which slack-blocks-to-jsx only displays, and blocks with
 * text objects, where it interprets escaped text as markup.
 */
const own: Readonly<Record<string, ComponentType<{ readonly block: Block }>>> = {
  actions: ActionsBlock,
  context: ContextBlock,
  context_actions: ContextActionsBlock,
  divider: () => <hr />,
  header: ({ block }) => (
    <h3 className="header-block">
      <TextObject text={block['text']} />
    </h3>
  ),
  input: InputBlock,
  section: SectionBlock,
  table: TableBlock,
};

/** The blocks of a message or view. */
export function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    <div className="blocks">
      {blocks.map((block) => {
        const Own = own[stringOf(block, 'type')] ?? LibraryBlock;
        return <Own key={stringOf(block, 'block_id')} block={block} />;
      })}
    </div>
  );
}
