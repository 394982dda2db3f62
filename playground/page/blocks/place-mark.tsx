import { usePlayground } from '../state/playground';

/** A channel's name within a text; it leads there. A link, since a button does not flow with the words around it. */
export function PlaceMark({ id, name }: { readonly id: string; readonly name: string }) {
  const { dispatch } = usePlayground();
  return (
    <a
      href={`#${id}`}
      className="place-mark"
      onClick={(event) => {
        event.preventDefault();
        dispatch({ type: 'go', where: { kind: 'channel', id } });
      }}
    >
      #{name}
    </a>
  );
}
