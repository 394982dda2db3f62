import { usePlayground } from '../state/playground';
import { Icon } from './icon';
import { RulesChip } from './rules-chip';

export function TopBar() {
  const { state, dispatch, workspace } = usePlayground();
  const { isInspecting, isListOpen } = state;
  return (
    <header className="top-bar">
      <button
        type="button"
        className="top-button list-button"
        aria-expanded={isListOpen}
        aria-label="Channels"
        onClick={() => {
          dispatch({ type: 'list', open: !isListOpen });
        }}
      >
        <Icon name="list" />
      </button>
      <p className="top-title">
        {workspace.team}
        <span className="top-note"> · only on this machine, deleted when you stop it</span>
      </p>
      <RulesChip />
      <button
        type="button"
        className="top-button"
        aria-expanded={isInspecting}
        aria-label="Payloads and faults"
        onClick={() => {
          dispatch({ type: 'inspect', on: !isInspecting });
        }}
      >
        <Icon name="inspect" />
        <span className="top-button-text">Payloads and faults</span>
      </button>
    </header>
  );
}
