import { section } from './builders';
import type { MessageContent } from './message';

const TEXT = 'The rules changed after I showed this button. Ask again.';

/** For a button that this rule book, or this bot, does not know any more. */
export const OUTDATED: MessageContent = { text: TEXT, blocks: [section(TEXT)] };
