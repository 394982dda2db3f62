import type { LocalSlack } from '../../packages/local-slack/src/local-slack';
import type { FaultSwitches } from './fault-switches';

/** The objects that actions use. */
export interface Stage {
  readonly slack: LocalSlack;
  readonly faults: FaultSwitches;
  /** The slash commands that the app registered. */
  readonly commands: readonly string[];
}
