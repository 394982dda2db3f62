import { useState } from 'react';
import { Icon } from '../shell/icon';
import { partOf, stringOf, textOf } from './block';
import type { ElementProps } from './element-props';
import { useHolder } from './holder';

const SIDES = [
  { field: 'positive_button', icon: 'helpful' },
  { field: 'negative_button', icon: 'unhelpful' },
] as const;

/** Two small buttons for feedback on an answer. */
export function FeedbackButtons({ element, block }: ElementProps) {
  const { press } = useHolder();
  const [pressed, setPressed] = useState<string | null>(null);
  return SIDES.map(({ field, icon }) => {
    const button = partOf(element, field) ?? {};
    return (
      <button
        key={field}
        type="button"
        className="feedback-button"
        aria-pressed={pressed === field}
        aria-label={stringOf(button, 'accessibility_label') || textOf(button, 'text')}
        title={textOf(button, 'text')}
        onClick={() => {
          setPressed(field);
          press({
            blockId: stringOf(block, 'block_id'),
            actionId: stringOf(element, 'action_id'),
            value: stringOf(button, 'value'),
          });
        }}
      >
        <Icon name={icon} />
      </button>
    );
  });
}
