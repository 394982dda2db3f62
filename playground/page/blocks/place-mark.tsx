import { usePlayground } from '../state/playground';

/** A channel's name in a text that opens the channel. It is a link, because a button does not wrap with the text. */
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
