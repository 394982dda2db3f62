import { asList, asObject, isObject, type JsonObject } from './json';
import { blockKinds, type Surface } from './limits/blocks';
import { boolean, nameOf, shape, string } from './limits/checks';
import { Place } from './limits/place';
import { plainText } from './limits/text-objects';

const MOST_BLOCKS: Readonly<Record<Surface, number>> = { message: 50, modal: 100, home: 100 };
const MARKDOWN_LIMIT = 12_000;
const ALL_TEXT_LIMIT = 13_200;
const TABLE_TEXT_LIMIT = 10_000;
const VIEW_SIZE_LIMIT = 250_000;

/**
 * What Slack would refuse in these blocks, each problem with its JSON pointer and what was found;
 * an empty list means that they pass.
 * https://docs.slack.dev/reference/block-kit/blocks and the pages of each block and element.
 */
export function checkBlocks(blocks: unknown, surface: Surface): string[] {
  const problems: string[] = [];
  checkBlockList(blocks, { surface, at: new Place('/blocks', problems) });
  return problems;
}

/**
 * What Slack would refuse in this modal or Home view.
 * https://docs.slack.dev/reference/views
 */
export function checkView(view: unknown): string[] {
  const problems: string[] = [];
  const at = new Place('/view', problems);
  if (!isObject(view)) {
    at.report(`must provide an object, found ${nameOf(view)}`);
    return problems;
  }
  const type = view['type'];
  if (type !== 'modal' && type !== 'home') {
    at.at('type').report(`unsupported type: ${String(type)}, allowed here: modal, home`);
    return problems;
  }
  viewShapes[type](view, at);
  if (view['blocks'] !== undefined) {
    checkBlockList(view['blocks'], { surface: type, at: at.at('blocks') });
  }
  checkWholeView(view, at);
  return problems;
}

const anyBlocks = (): void => undefined;

const viewFields = {
  private_metadata: string({ max: 3000 }),
  callback_id: string({ max: 255 }),
  external_id: string({ max: 255 }),
};

const viewShapes = {
  home: shape({ blocks: anyBlocks }, viewFields),
  modal: shape(
    { title: plainText(24), blocks: anyBlocks },
    {
      ...viewFields,
      close: plainText(24),
      submit: plainText(24),
      clear_on_close: boolean,
      notify_on_close: boolean,
    },
  ),
};

function checkWholeView(view: JsonObject, at: Place): void {
  const blocks = asList(view['blocks']).map(asObject);
  const hasInput = blocks.some((block) => block['type'] === 'input');
  if (view['type'] === 'modal' && hasInput && view['submit'] === undefined) {
    at.report('missing required field: submit, since the modal has an input block');
  }
  const focused = blocks.flatMap(elementsOf).filter((element) => element['focus_on_load'] === true);
  if (focused.length > 1) {
    at.report(`only one element may have focus_on_load, found ${focused.length}`);
  }
  const size = Buffer.byteLength(JSON.stringify(view));
  if (size > VIEW_SIZE_LIMIT) at.report(`must be at most 250 KB, found ${size} bytes`);
}

interface BlocksAt {
  readonly surface: Surface;
  readonly at: Place;
}

function checkBlockList(blocks: unknown, { surface, at }: BlocksAt): void {
  if (!Array.isArray(blocks)) {
    at.report(`must provide an array, found ${nameOf(blocks)}`);
    return;
  }
  if (blocks.length > MOST_BLOCKS[surface]) {
    at.report(`no more than ${MOST_BLOCKS[surface]} items allowed, found ${blocks.length}`);
  }
  blocks.forEach((block: unknown, index) => {
    checkBlock(block, { surface, at: at.at(index) });
  });
  const whole = blocks.filter(isObject);
  checkUnique(
    whole.map((block) => block['block_id']),
    { field: 'block_id', at },
  );
  if (surface === 'message') checkWholeMessage(whole, at);
}

function checkBlock(block: unknown, { surface, at }: BlocksAt): void {
  if (!isObject(block)) {
    at.report(`must provide an object, found ${nameOf(block)}`);
    return;
  }
  const type = String(block['type']);
  const kind = Object.hasOwn(blockKinds, type) ? blockKinds[type] : undefined;
  if (kind === undefined) {
    at.at('type').report(`unsupported type: ${type}`);
    return;
  }
  if (!kind.surfaces.includes(surface)) {
    at.at('type').report(
      `unsupported type: ${type} is not for a ${surface}, only for ${kind.surfaces.join(', ')}`,
    );
  }
  kind.check(block, at);
  checkUnique(
    elementsOf(block).map((element) => element['action_id']),
    { field: 'action_id', at },
  );
}

function elementsOf(block: JsonObject): JsonObject[] {
  const several = [...asList(block['elements']), ...asList(block['actions'])];
  return [...several, block['element'], block['accessory']].filter(isObject);
}

function checkUnique(ids: readonly unknown[], { field, at }: { field: string; at: Place }): void {
  const given = ids.filter((id) => typeof id === 'string' && id !== '');
  const repeated = new Set(given.filter((id, index) => given.indexOf(id) !== index));
  for (const id of repeated) at.report(`${field} must be unique, found "${String(id)}" again`);
}

function checkWholeMessage(blocks: readonly JsonObject[], at: Place): void {
  const markdown = blocks.filter((block) => block['type'] === 'markdown').reduce(addTextOf, 0);
  if (markdown > MARKDOWN_LIMIT) {
    at.report(
      `must be less than ${MARKDOWN_LIMIT + 1} characters in all markdown blocks together, found ${markdown}`,
    );
  }
  const tables = blocks.filter((block) => block['type'] === 'table');
  if (tables.length > 1) at.report(`only one table allowed, found ${tables.length}`);
  const tableText = tables.reduce(addTextOf, 0);
  if (tableText > TABLE_TEXT_LIMIT) {
    at.report(
      `must be less than ${TABLE_TEXT_LIMIT + 1} characters in a table, found ${tableText}`,
    );
  }
  const everything = blocks.reduce(addTextOf, 0);
  if (everything > ALL_TEXT_LIMIT) {
    at.report(
      `${BLOCKS_TOO_LONG}: must be less than ${ALL_TEXT_LIMIT + 1} characters of text in all blocks together, found ${everything}`,
    );
  }
}

/** Slack answers this with an error code of its own, so the problem starts with the code. */
export const BLOCKS_TOO_LONG = 'msg_blocks_too_long';

function addTextOf(sum: number, value: unknown): number {
  if (Array.isArray(value)) return (value as unknown[]).reduce<number>(addTextOf, sum);
  if (!isObject(value)) return sum;
  return Object.entries(value).reduce(
    (total, [field, entry]) =>
      field === 'text' && typeof entry === 'string'
        ? total + entry.length
        : addTextOf(total, entry),
    sum,
  );
}
