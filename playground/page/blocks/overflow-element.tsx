import { Icon } from '../shell/icon';
import { MenuButton } from '../shell/menu-button';
import { listOf, partOf, stringOf, textOf } from './block';
import type { ElementProps } from './element-props';
import { useHolder } from './holder';
import { isConfirmed } from './is-confirmed';

export function OverflowElement({ element, block }: ElementProps) {
  const { press } = useHolder();
  const items = listOf(element, 'options').map((option) => ({
    text: textOf(option, 'text'),
    choose: () => {
      if (!isConfirmed(partOf(element, 'confirm'))) return;
      press({
        blockId: stringOf(block, 'block_id'),
        actionId: stringOf(element, 'action_id'),
        value: stringOf(option, 'value'),
      });
    },
  }));
  return (
    <MenuButton label="More" items={items}>
      <Icon name="more" />
    </MenuButton>
  );
}
