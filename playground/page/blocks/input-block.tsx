import { useId } from 'react';
import { type Block, partOf, stringOf, textOf } from './block';
import { Element } from './element';
import { useHolder } from './holder';

/** A field of a modal with its label, its hint and its error. */
export function InputBlock({ block }: { readonly block: Block }) {
  const id = useId();
  const { errors } = useHolder();
  const error = errors[stringOf(block, 'block_id')];
  const hint = textOf(block, 'hint');
  const label = textOf(block, 'label');
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="input-block" data-wrong={error !== undefined}>
      <label htmlFor={id}>
        {label}
        {block['optional'] === true && <span className="optional"> (optional)</span>}
      </label>
      <Element
        id={id}
        element={partOf(block, 'element') ?? {}}
        block={block}
        label={label}
        describedBy={describedBy || undefined}
      />
      {hint !== '' && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p className="input-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
