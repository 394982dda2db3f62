import { Icon } from '../shell/icon';
import { stringOf, textOf } from './block';
import type { ElementProps } from './element-props';
import { useHolder } from './holder';

/** Slack's only icon is a trash can. Source: https://docs.slack.dev/reference/block-kit/block-elements/icon-button-element */
export function IconButton({ element, block }: ElementProps) {
  const { press } = useHolder();
  return (
    <button
      type="button"
      className="feedback-button"
      aria-label={stringOf(element, 'accessibility_label') || textOf(element, 'text')}
      onClick={() => {
        press({
          blockId: stringOf(block, 'block_id'),
          actionId: stringOf(element, 'action_id'),
          value: stringOf(element, 'value'),
        });
      }}
    >
      <Icon name="close" />
    </button>
  );
}
