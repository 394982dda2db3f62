import { stringOf, textOf } from './block';
import type { ElementProps } from './element-props';
import { useHolder } from './holder';

const ROWS = { shortest: 3, longest: 14 } as const;

const types: Readonly<Record<string, string>> = {
  email_text_input: 'email',
  number_input: 'number',
  url_text_input: 'url',
};

/** A text field with one line or several. */
export function TextInput({ element, block, describedBy, id }: ElementProps) {
  const { entered, enter } = useHolder();
  const blockId = stringOf(block, 'block_id');
  const initial = stringOf(element, 'initial_value');
  const value = (entered[blockId] as string | undefined) ?? initial;
  const shared = {
    id,
    value,
    placeholder: textOf(element, 'placeholder'),
    'aria-describedby': describedBy,
    onChange: ({ target }: { target: { value: string } }) => {
      enter(blockId, target.value);
    },
  };
  if (element['multiline'] !== true) {
    return (
      <input className="text-input" type={types[stringOf(element, 'type')] ?? 'text'} {...shared} />
    );
  }
  const lines = initial.split('\n').length + 1;
  const rows = Math.min(ROWS.longest, Math.max(ROWS.shortest, lines));
  return <textarea className="text-input" rows={rows} {...shared} />;
}
