import { type Block, listOf, stringOf } from './block';
import { Element } from './element';

/** Feedback and icon buttons below an answer. */
export function ContextActionsBlock({ block }: { readonly block: Block }) {
  return (
    <div className="context-actions-block">
      {listOf(block, 'elements').map((element) => (
        <Element key={stringOf(element, 'action_id')} element={element} block={block} />
      ))}
    </div>
  );
}
