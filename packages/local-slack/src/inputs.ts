import { optionsOf } from './limits/composition-objects';
import { asList, asObject, asString, isObject, type JsonObject } from './json';

interface InputKind {
  /** The field of the state and of the action that holds the value. */
  readonly field: string;
  readonly initial: string;
}

function kind(field: string, initial: string): InputKind {
  return { field, initial };
}

const option = kind('selected_option', 'initial_option');
const options = kind('selected_options', 'initial_options');
const text = kind('value', 'initial_value');

/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
const inputKinds: Readonly<Record<string, InputKind>> = {
  plain_text_input: text,
  email_text_input: text,
  url_text_input: text,
  number_input: text,
  rich_text_input: kind('rich_text_value', 'initial_value'),
  static_select: option,
  external_select: option,
  radio_buttons: option,
  overflow: option,
  multi_static_select: options,
  multi_external_select: options,
  checkboxes: options,
  users_select: kind('selected_user', 'initial_user'),
  conversations_select: kind('selected_conversation', 'initial_conversation'),
  channels_select: kind('selected_channel', 'initial_channel'),
  multi_users_select: kind('selected_users', 'initial_users'),
  multi_conversations_select: kind('selected_conversations', 'initial_conversations'),
  multi_channels_select: kind('selected_channels', 'initial_channels'),
  datepicker: kind('selected_date', 'initial_date'),
  timepicker: kind('selected_time', 'initial_time'),
  datetimepicker: kind('selected_date_time', 'initial_date_time'),
  file_input: kind('files', 'initial_files'),
};

/** An interactive element with the block that holds it. */
export interface Spot {
  readonly block: JsonObject;
  readonly blockId: string;
  readonly actionId: string;
  readonly element: JsonObject;
}

/** Every interactive element of some blocks, in order, those in cards and containers too. */
export function spotsIn(blocks: readonly JsonObject[]): Spot[] {
  return blocks.flatMap((block) => {
    const inner = asList(block['child_blocks']).filter(isObject);
    const cards = asList(block['elements'])
      .filter(isObject)
      .filter((element) => element['type'] === 'card');
    return [...ownSpots(block), ...spotsIn(inner), ...spotsIn(cards)];
  });
}

function ownSpots(block: JsonObject): Spot[] {
  const several = [...asList(block['elements']), ...asList(block['actions'])];
  return [...several, block['accessory'], block['element']]
    .filter(isObject)
    .filter((element) => typeof element['action_id'] === 'string')
    .map((element) => ({
      block,
      blockId: asString(block['block_id']),
      actionId: asString(element['action_id']),
      element,
    }));
}

/** What a choice or a text puts into the state: `{ selected_option: … }`, `{ value: … }`. */
export function valueOf(element: JsonObject, chosen: unknown): JsonObject {
  const input = inputKinds[asString(element['type'])];
  if (input === undefined) return {};
  if (input === option) return { [input.field]: offered(element, chosen) };
  if (input === options) {
    return { [input.field]: asList(chosen).map((value) => offered(element, value)) };
  }
  return { [input.field]: chosen ?? null };
}

function offered(element: JsonObject, chosen: unknown): unknown {
  if (chosen === undefined || chosen === null) return null;
  const found = optionsOf(element).find((candidate) => asObject(candidate)['value'] === chosen);
  if (found !== undefined) return found;
  const values = optionsOf(element).map((candidate) => asObject(candidate)['value']);
  throw new Error(
    `No option has the value ${JSON.stringify(chosen)}; there are ${values.join(', ')}.`,
  );
}

/** The values of the inputs of a message or a view, kept between a user's actions. */
export class Inputs {
  private readonly entered = new WeakMap<object, Map<string, JsonObject>>();

  enter(holder: object, spot: Spot, value: JsonObject): void {
    const values = this.entered.get(holder) ?? new Map<string, JsonObject>();
    values.set(`${spot.blockId}/${spot.actionId}`, value);
    this.entered.set(holder, values);
  }

  /** Values by action_id or block_id, into the elements of some blocks. */
  enterAll(
    holder: object,
    blocks: readonly JsonObject[],
    values: Readonly<Record<string, unknown>>,
  ): void {
    for (const spot of spotsIn(blocks)) {
      const value = values[spot.actionId] ?? values[spot.blockId];
      if (value !== undefined) this.enter(holder, spot, valueOf(spot.element, value));
    }
  }

  valueAt(holder: object, { blockId, actionId, element }: Spot): JsonObject {
    const entered = this.entered.get(holder)?.get(`${blockId}/${actionId}`);
    if (entered !== undefined) return entered;
    const input = inputKinds[asString(element['type'])];
    if (input === undefined) return {};
    const empty = input === options ? [] : null;
    return { [input.field]: element[input.initial] ?? empty };
  }

  /** `state.values` of a payload: block id, then action id, then the value with its type. */
  stateOf(holder: object, blocks: readonly JsonObject[]): { values: JsonObject } {
    const values: Record<string, JsonObject> = {};
    for (const spot of spotsIn(blocks)) {
      const type = asString(spot.element['type']);
      if (inputKinds[type] === undefined || type === 'overflow') continue;
      values[spot.blockId] = {
        ...values[spot.blockId],
        [spot.actionId]: { type, ...this.valueAt(holder, spot) },
      };
    }
    return { values };
  }
}
