import { usePlayground } from '../state/playground';

/** A channel's name within a text; it leads there. */
export function PlaceMark({ id, name }: { readonly id: string; readonly name: string }) {
  const { dispatch } = usePlayground();
  return (
    <button
      type="button"
      className="place-mark"
      onClick={() => {
        dispatch({ type: 'go', where: { kind: 'channel', id } });
      }}
    >
      #{name}
    </button>
  );
}
