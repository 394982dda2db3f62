import { BLOCKS_TOO_LONG, checkBlocks } from './block-limits';
import type { Ids } from './ids';
import { asList, asString, isObject, type JsonObject, parseJson } from './json';

const TEXT_LIMIT = 40_000;

export interface MessageContent {
  readonly text: string;
  readonly blocks?: JsonObject[];
  readonly attachments?: JsonObject[];
}

export interface ContentFault {
  readonly error: string;
  readonly problems: string[];
}

/**
 * The text and blocks of a message an app sends, or why Slack refuses them.
 * https://docs.slack.dev/reference/methods/chat.postMessage
 */
export function readContent(source: JsonObject): MessageContent | ContentFault {
  const text = asString(source['text']);
  const blocks = readBlocks(source);
  const attachments = decoded(source['attachments']);
  const fault = findFault(text, blocks);
  if (fault !== undefined) return fault;
  const isEmpty = text === '' && asList(blocks).length === 0 && asList(attachments).length === 0;
  if (isEmpty) return { error: 'no_text', problems: [] };
  return {
    text,
    ...(Array.isArray(blocks) && blocks.length > 0 && { blocks: blocks.filter(isObject) }),
    ...(Array.isArray(attachments) && { attachments: attachments.filter(isObject) }),
  };
}

function findFault(text: string, blocks: unknown): ContentFault | undefined {
  if (text.length > TEXT_LIMIT) {
    const found = `must be less than ${TEXT_LIMIT + 1} characters, found ${text.length} [json-pointer:/text]`;
    return { error: 'msg_too_long', problems: [found] };
  }
  if (blocks === undefined) return undefined;
  if (!Array.isArray(blocks)) return { error: 'invalid_blocks_format', problems: [] };
  const problems = checkBlocks(blocks, 'message');
  if (problems.length === 0) return undefined;
  const tooLong = problems.every((problem) => problem.startsWith(BLOCKS_TOO_LONG));
  return { error: tooLong ? BLOCKS_TOO_LONG : 'invalid_blocks', problems };
}

/** A form carries blocks as JSON text; what is not JSON stays text and is refused as such. */
export function decoded(value: unknown): unknown {
  return typeof value === 'string' ? (parseJson(value) ?? value) : value;
}

function readBlocks(source: JsonObject): unknown {
  const markdown = asString(source['markdown_text']);
  if (markdown !== '') return [{ type: 'markdown', text: markdown }];
  return source['blocks'] === '' ? undefined : decoded(source['blocks']);
}

/** The blocks as Slack keeps them: every block and interactive element has its id. */
export function withIds(blocks: readonly JsonObject[], ids: Ids): JsonObject[] {
  return blocks.map((block) => {
    const named: JsonObject = { ...block, block_id: block['block_id'] ?? ids.secret(3) };
    for (const field of Object.keys(block)) {
      const name = holders[field];
      if (name !== undefined && block['type'] !== 'rich_text') {
        named[field] = name(block[field], ids);
      }
    }
    return named;
  });
}

type Naming = (value: unknown, ids: Ids) => unknown;

/** The fields of a block that hold interactive elements or further blocks. */
const holders: Readonly<Record<string, Naming>> = {
  elements: (value, ids) => asList(value).map((element) => withActionId(element, ids)),
  actions: (value, ids) => asList(value).map((element) => withActionId(element, ids)),
  child_blocks: (value, ids) => withIds(asList(value).filter(isObject), ids),
  element: withActionId,
  accessory: withActionId,
};

const still = new Set(['plain_text', 'mrkdwn', 'image']);

function withActionId(element: unknown, ids: Ids): unknown {
  if (!isObject(element) || still.has(asString(element['type']))) return element;
  if (element['type'] === 'card') return withIds([element], ids)[0];
  return { ...element, action_id: element['action_id'] ?? ids.secret(3) };
}
