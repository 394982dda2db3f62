import type { ApiFault } from '../../packages/local-slack/src/faults';
import type { LocalSlack } from '../../packages/local-slack/src/local-slack';
import type { ApiFaultName, FaultState } from '../wire';

/** Longer than Slack waits for an acknowledgment, but shorter than the timeout of the bot's client. */
const SLOW_MS = 4000;

const apiFaults: Readonly<Record<Exclude<ApiFaultName, 'none'>, ApiFault>> = {
  slow: { delayMs: SLOW_MS },
  failing: { error: 'fatal_error' },
  limited: { status: 429, retryAfter: 1 },
};

/** The faults that you can turn on and off on the page. */
export class FaultSwitches {
  private current: FaultState = { api: 'none', expiredTriggers: false };

  constructor(
    private readonly slack: LocalSlack,
    private readonly changed: (state: FaultState) => void,
  ) {}

  get state(): FaultState {
    return this.current;
  }

  set(state: FaultState): void {
    const { faults } = this.slack;
    this.current = state;
    faults.clear();
    if (state.api !== 'none') faults.api('*', apiFaults[state.api]);
    faults.expireTriggers(state.expiredTriggers);
    this.changed(state);
  }
}
