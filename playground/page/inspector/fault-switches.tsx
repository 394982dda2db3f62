import type { FaultState } from '../../wire';
import { usePlayground } from '../state/playground';
import { ApiFaultSelect } from './api-fault-select';
import { FaultButton } from './fault-button';

/** Faults between Slack and the bot that you can turn on. */
export function FaultSwitches() {
  const { workspace, dispatch, act } = usePlayground();
  const { faults, mode } = workspace;
  const set = (change: Partial<FaultState>): void => {
    const next = { ...faults, ...change };
    dispatch({ type: 'faults', faults: next });
    void act('faults', next);
  };
  return (
    <fieldset className="faults">
      <legend>Faults</legend>
      <ApiFaultSelect
        value={faults.api}
        change={(api) => {
          set({ api });
        }}
      />
      <label>
        <input
          type="checkbox"
          checked={faults.expiredTriggers}
          onChange={({ target }) => {
            set({ expiredTriggers: target.checked });
          }}
        />
        Every trigger_id has expired
      </label>
      <div className="fault-buttons">
        <FaultButton name="lose-ack">Lose the next acknowledgment</FaultButton>
        {mode === 'socket' && (
          <>
            <FaultButton name="socket" input={{ kind: 'refresh' }}>
              Refresh the socket
            </FaultButton>
            <FaultButton name="socket" input={{ kind: 'cut' }}>
              Disconnect the socket
            </FaultButton>
          </>
        )}
      </div>
    </fieldset>
  );
}
