import { Icon } from '../shell/icon';
import { usePlayground } from '../state/playground';
import { FaultSwitches } from './fault-switches';
import { groupSteps } from './group-steps';
import { StepGroup } from './step-group';

/** The traffic between Slack and the bot, and switches for faults. */
export function Inspector() {
  const { workspace, dispatch } = usePlayground();
  const groups = groupSteps(workspace.steps).reverse();
  return (
    <aside className="side inspector" aria-label="Payloads and faults">
      <header className="pane-header">
        <h2 className="pane-title">Payloads and faults</h2>
        <button
          type="button"
          className="icon-button"
          aria-label="Close payloads and faults"
          onClick={() => {
            dispatch({ type: 'inspect', on: false });
          }}
        >
          <Icon name="close" />
        </button>
      </header>
      <div className="inspector-body" tabIndex={0} role="region" aria-label="Steps">
        <FaultSwitches />
        {groups.length === 0 && <p className="waiting">No requests yet. Ask the bot a question.</p>}
        {groups.map((steps) => (
          <StepGroup key={steps[0]?.n} steps={steps} />
        ))}
      </div>
    </aside>
  );
}
