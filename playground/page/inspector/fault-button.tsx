import { usePlayground } from '../state/playground';

interface Props {
  readonly name: string;
  readonly input?: object;
  readonly children: string;
}

/** A button for a fault that happens once. */
export function FaultButton({ name, input, children }: Props) {
  const { act } = usePlayground();
  return (
    <button type="button" className="button" onClick={() => void act(name, input)}>
      {children}
    </button>
  );
}
