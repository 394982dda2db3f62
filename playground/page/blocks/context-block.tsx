import { type Block, listOf, stringOf } from './block';
import { TextObject } from './text-object';

export function ContextBlock({ block }: { readonly block: Block }) {
  return (
    <div className="context-block">
      {listOf(block, 'elements').map((element, at) =>
        stringOf(element, 'type') === 'image' ? (
          <img key={at} src={stringOf(element, 'image_url')} alt={stringOf(element, 'alt_text')} />
        ) : (
          <TextObject key={at} text={element} />
        ),
      )}
    </div>
  );
}
