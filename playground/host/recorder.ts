import type { BotRequest } from '../../packages/local-slack/src/bot-request';
import type { ApiCall } from '../../packages/local-slack/src/http-front';
import { asObject, asString } from '../../packages/local-slack/src/json';
import type { Step } from '../wire';

const MOST_STEPS = 300;

/** Records the traffic between Slack and the bot, in order. A step is reported again when it has new details. */
export class Recorder {
  readonly steps: Step[] = [];
  private readonly numbers = new WeakMap<object, number>();
  private count = 0;

  constructor(private readonly tell: (step: Step) => void) {}

  request(request: BotRequest): void {
    const n = this.numberOf(request);
    this.keep({ ...request, kind: 'request', n, name: nameOf(request) });
  }

  call(call: ApiCall): void {
    this.keep({ kind: 'call', n: this.numberOf(call), ...call });
  }

  /** @param answer the decision as `ask --json` prints it */
  routed(answer: object): void {
    this.keep({ kind: 'routed', n: this.numberOf(answer), at: Date.now(), answer });
  }

  private numberOf(thing: object): number {
    const known = this.numbers.get(thing);
    if (known !== undefined) return known;
    this.count += 1;
    this.numbers.set(thing, this.count);
    return this.count;
  }

  private keep(step: Step): void {
    const at = this.steps.findIndex(({ n }) => n === step.n);
    if (at >= 0) this.steps[at] = step;
    else this.steps.push(step);
    if (this.steps.length > MOST_STEPS) this.steps.shift();
    this.tell(step);
  }
}

/** The name of a request for a person: the command, the event, or the interaction with its element. */
function nameOf({ kind, payload }: BotRequest): string {
  if (kind === 'slash_commands') return asString(payload['command']);
  if (kind === 'events_api') return asString(asObject(payload['event'])['type']);
  const [action] = Array.isArray(payload['actions']) ? (payload['actions'] as unknown[]) : [];
  const detail = [
    asString(asObject(action)['action_id']),
    asString(payload['callback_id']),
    asString(asObject(payload['view'])['callback_id']),
  ].find((one) => one !== '');
  return [asString(payload['type']), detail].filter(Boolean).join(' ');
}
