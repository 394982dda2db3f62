import { section } from './builders';
import type { MessageContent } from './message';

const TEXT = 'The rules have changed since this button was shown. Please ask again.';

/** For a button that this rule book, or this bot, does not know any more. */
export const OUTDATED: MessageContent = { text: TEXT, blocks: [section(TEXT)] };
