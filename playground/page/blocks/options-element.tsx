import { type Block, listOf, partOf, stringOf } from './block';
import type { ElementProps } from './element-props';
import { useHolder } from './holder';
import { TextObject } from './text-object';

/** Radio buttons or checkboxes. */
export function OptionsElement({ element, block, label }: ElementProps) {
  const { press, entered, enter } = useHolder();
  const blockId = stringOf(block, 'block_id');
  const isMany = stringOf(element, 'type') === 'checkboxes';
  const chosen = (entered[blockId] as readonly string[] | undefined) ?? initialOf(element, isMany);

  const choose = (value: string, on: boolean): void => {
    const others = isMany ? chosen.filter((one) => one !== value) : [];
    const next = on ? [...others, value] : others;
    enter(blockId, isMany ? next : next[0]);
    if (stringOf(block, 'type') === 'input') return;
    const actionId = stringOf(element, 'action_id');
    press({ blockId, actionId, value: isMany ? next : value });
  };

  return (
    <div className="options" role="group" aria-label={label}>
      {listOf(element, 'options').map((option) => {
        const value = stringOf(option, 'value');
        return (
          <label key={value}>
            <input
              type={isMany ? 'checkbox' : 'radio'}
              checked={chosen.includes(value)}
              onChange={({ target }) => {
                choose(value, target.checked);
              }}
            />
            <TextObject text={option['text']} />
          </label>
        );
      })}
    </div>
  );
}

function initialOf(element: Block, isMany: boolean): readonly string[] {
  const one = partOf(element, 'initial_option');
  const initial = isMany ? listOf(element, 'initial_options') : one === undefined ? [] : [one];
  return initial.map((option) => stringOf(option, 'value'));
}
