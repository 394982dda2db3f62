import { Fragment } from 'react';
import { type Block, stringOf } from './block';
import { LibraryBlock } from './library-block';

/** A table with the first row in bold. Its raw texts are plain, but slack-blocks-to-jsx interprets them as markup. */
export function TableBlock({ block }: { readonly block: Block }) {
  const rows = (block['rows'] ?? []) as readonly (readonly Block[])[];
  return (
    <div className="table-block">
      <table>
        <tbody>
          {rows.map((cells, at) => (
            <tr key={at}>
              {cells.map((cell, column) => (
                <Fragment key={column}>
                  {at === 0 ? (
                    <th scope="col">{<Cell cell={cell} />}</th>
                  ) : (
                    <td>
                      <Cell cell={cell} />
                    </td>
                  )}
                </Fragment>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell }: { readonly cell: Block }) {
  if (stringOf(cell, 'type') === 'raw_text') return stringOf(cell, 'text');
  return <LibraryBlock block={cell} />;
}
