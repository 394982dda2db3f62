import { type Block, listOf, stringOf } from './block';
import { Element } from './element';

export function ActionsBlock({ block }: { readonly block: Block }) {
  return (
    <div className="actions-block">
      {listOf(block, 'elements').map((element) => (
        <Element key={stringOf(element, 'action_id')} element={element} block={block} />
      ))}
    </div>
  );
}
