import { type Block, listOf, partOf, textOf } from './block';
import { Element } from './element';
import { TextObject } from './text-object';

export function SectionBlock({ block }: { readonly block: Block }) {
  const fields = listOf(block, 'fields');
  const accessory = partOf(block, 'accessory');
  return (
    <div className="section-block">
      <div className="section-text">
        {block['text'] !== undefined && <TextObject text={block['text']} />}
        {fields.length > 0 && (
          <div className="section-fields">
            {fields.map((field, at) => (
              <TextObject key={at} text={field} />
            ))}
          </div>
        )}
      </div>
      {accessory !== undefined && (
        <Element element={accessory} block={block} label={plainFirstLine(textOf(block, 'text'))} />
      )}
    </div>
  );
}

/** For a screen reader: the marks of the markup would be read out. */
function plainFirstLine(text: string): string {
  const [first = ''] = text.split('\n');
  return first.replace(/[*_~`]/g, '');
}
