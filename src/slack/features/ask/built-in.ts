/** What people type that is no question about the rules: a greeting, a call for help, the list, the contacts, thanks. */
export type BuiltIn = 'help' | 'list' | 'contacts' | 'thanks';

const WORDS: readonly (readonly [BuiltIn, RegExp])[] = [
  ['help', /^(?:help(?: me)?|usage|start|h|\?+)?$/],
  [
    'help',
    /^(?:hi|hello|hey|hiya|yo|good (?:morning|afternoon|evening|day))(?: (?:there|all|team|bot))?$/,
  ],
  [
    'help',
    /^(?:who|what) are you$|^what (?:can|do) (?:you|i) (?:do|know|ask)(?: you)?$|^how (?:do|does) (?:you|this|it) work$/,
  ],
  ['list', /^(?:list|topics|menu|routes)$/],
  ['contacts', /^(?:contacts?|directory|mailboxes|emails?|channels)$/],
  [
    'thanks',
    /^(?:many )?(?:thanks?|thank you|thx|ty|cheers|ok|okay|great|perfect|awesome|got it|nice|cool)(?: [a-z']+){0,5}$/,
  ],
  ['thanks', /^(?:👍|🙏|❤️|\+1|thumbsup|pray)$/u],
];

/** Words that make a sentence of thanks a question all the same. */
const ASKS = /\?|\b(?:who|what|where|when|why|how|which|can|do|does|is|are|but|and)\b/;

/** Without the question marks at its end. */
function withoutMark(words: string): string {
  let end = words.length;
  while (end > 0 && words[end - 1] === '?') end -= 1;
  return words.slice(0, end).trim();
}

/** Which of them a text is; null where it is a question. Mentions and punctuation around it do not count. */
export function builtInOf(text: string): BuiltIn | null {
  const words = text
    .replace(/<@[^<>]{1,40}>/g, ' ')
    .toLowerCase()
    .replace(/[\s"'“”.,!:;()-]+/g, ' ')
    .trim();
  if (words.length > 60) return null;
  const bare = words.length > 1 ? withoutMark(words) : words;
  const found = WORDS.find(([, pattern]) => pattern.test(bare));
  if (found === undefined) return null;
  const [builtIn] = found;
  return builtIn === 'thanks' && ASKS.test(words) ? null : builtIn;
}
