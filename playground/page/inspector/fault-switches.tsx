import { API_FAULTS, type ApiFaultName, type FaultState } from '../../wire';
import { usePlayground } from '../state/playground';

const names: Readonly<Record<ApiFaultName, string>> = {
  none: 'Web API works',
  slow: 'Web API takes 4 s',
  failing: 'Web API fails (fatal_error)',
  limited: 'Web API says 429, Retry-After 1',
};

/** What may go wrong between Slack and the bot, to switch on. */
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
      <select
        className="select"
        aria-label="Web API"
        value={faults.api}
        onChange={({ target }) => {
          set({ api: target.value as ApiFaultName });
        }}
      >
        {API_FAULTS.map((name) => (
          <option key={name} value={name}>
            {names[name]}
          </option>
        ))}
      </select>
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
        <button type="button" className="button" onClick={() => void act('lose-ack')}>
          Lose the next acknowledgement
        </button>
        {mode === 'socket' && (
          <>
            <button
              type="button"
              className="button"
              onClick={() => void act('socket', { kind: 'refresh' })}
            >
              Refresh the socket
            </button>
            <button
              type="button"
              className="button"
              onClick={() => void act('socket', { kind: 'cut' })}
            >
              Cut the socket
            </button>
          </>
        )}
      </div>
    </fieldset>
  );
}
