import { type Block, listOf, partOf, stringOf, textOf } from './block';
import type { ElementProps } from './element-props';
import { useHolder } from './holder';

/** A select menu. In an input block its value is submitted with the view; elsewhere the app gets it immediately. */
export function SelectElement({ element, block, label, describedBy, id }: ElementProps) {
  const { press, entered, enter } = useHolder();
  const blockId = stringOf(block, 'block_id');
  const initial = stringOf(partOf(element, 'initial_option') ?? {}, 'value');
  const value = (entered[blockId] as string | undefined) ?? initial;
  return (
    <select
      id={id}
      className="select"
      value={value}
      aria-label={id === undefined ? textOf(element, 'placeholder') || label : undefined}
      aria-describedby={describedBy}
      onChange={({ target }) => {
        enter(blockId, target.value);
        if (stringOf(block, 'type') === 'input') return;
        press({ blockId, actionId: stringOf(element, 'action_id'), value: target.value });
      }}
    >
      {initial === '' && (
        <option value="" disabled>
          {textOf(element, 'placeholder') || 'Choose an option'}
        </option>
      )}
      {listOf(element, 'options').map(toOption)}
      {listOf(element, 'option_groups').map((group) => (
        <optgroup key={textOf(group, 'label')} label={textOf(group, 'label')}>
          {listOf(group, 'options').map(toOption)}
        </optgroup>
      ))}
    </select>
  );
}

function toOption(option: Block) {
  const value = stringOf(option, 'value');
  return (
    <option key={value} value={value}>
      {textOf(option, 'text')}
    </option>
  );
}
