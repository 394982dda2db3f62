import type { Ids } from './ids';
import type { Settings } from './settings';

const LIFETIME_MS = 3000;

interface Trigger {
  readonly user: string;
  readonly bornAt: number;
  exchanged: boolean;
}

export type TriggerFault = 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';

/**
 * Tickets to open a modal: each good for three seconds and once.
 * https://docs.slack.dev/surfaces/modals
 */
export class TriggerIds {
  /** Set by a fault: every ticket is too old the moment it is used. */
  allExpired = false;
  private readonly triggers = new Map<string, Trigger>();

  constructor(
    private readonly settings: Settings,
    private readonly ids: Ids,
  ) {}

  issue(user: string): string {
    const id = `${this.ids.seconds()}.${this.triggers.size + 1}.${this.ids.secret(16)}`;
    this.triggers.set(id, { user, bornAt: this.settings.now(), exchanged: false });
    return id;
  }

  exchange(id: string): { user: string } | { fault: TriggerFault } {
    const trigger = this.triggers.get(id);
    if (trigger === undefined) return { fault: 'invalid_trigger_id' };
    if (trigger.exchanged) return { fault: 'exchanged_trigger_id' };
    const age = this.settings.now() - trigger.bornAt;
    if (this.allExpired || age > LIFETIME_MS) return { fault: 'expired_trigger_id' };
    trigger.exchanged = true;
    return { user: trigger.user };
  }
}
