import { partOf, stringOf, textOf } from './block';
import { useHolder } from './holder';
import { isConfirmed } from './is-confirmed';
import type { ElementProps } from './element-props';

export function ButtonElement({ element, block }: ElementProps) {
  const { press } = useHolder();
  const url = stringOf(element, 'url');
  return (
    <button
      type="button"
      className="button"
      data-style={stringOf(element, 'style')}
      aria-label={stringOf(element, 'accessibility_label') || undefined}
      onClick={() => {
        if (!isConfirmed(partOf(element, 'confirm'))) return;
        if (/^https?:\/\//.test(url)) window.open(url, '_blank', 'noreferrer');
        press({
          blockId: stringOf(block, 'block_id'),
          actionId: stringOf(element, 'action_id'),
          value: stringOf(element, 'value'),
        });
      }}
    >
      {textOf(element, 'text')}
    </button>
  );
}
