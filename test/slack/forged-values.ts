import { signQuestion } from '../../src/slack/payloads/signed-question';
import { createSigner } from '../../src/slack/signed-value';

/** What must never be seen, posted or kept. */
export const MARK = 'F0RGED';

const foreign = {
  askedBy: 'U0ALICE',
  question: `${MARK} <!channel>`,
  isCut: false,
  signature: '0'.repeat(32),
};
const route = {
  version: '0'.repeat(12),
  route: MARK,
  program: MARK,
  otherRoutes: [MARK],
  outcome: 'answer',
  senderName: MARK,
};

/** The signature of another bot, and one of another question. */
const signedElsewhere = signQuestion({ user: 'U0ALICE', text: MARK }, createSigner('xoxb-another'));
const moved = {
  ...signQuestion({ user: 'U0ALICE', text: 'where to park?' }, createSigner('xoxb-local')),
  question: MARK,
};

/** The ids, with a question in both places where a value of ours holds one. */
function withQuestion(question: object, helped?: boolean): string {
  return JSON.stringify({ ...route, ...question, signedQuestion: question, helped });
}

/** Values that a button, an option or a view may come back with, and that the bot never made. */
export const FORGED: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a number', 7],
  ['an object', { version: MARK }],
  ['a list', [MARK]],
  ['an empty text', ''],
  ['no JSON', '{"version":'],
  ['JSON of another kind', '"x"'],
  ['JSON null', 'null'],
  [
    'fields of other kinds',
    '{"version":1,"route":[],"program":{},"otherRoutes":"x","askedBy":null,"question":7,"isCut":"no","signature":{}}',
  ],
  ['a prototype', '{"__proto__":{"version":"000000000000","route":"x"},"constructor":1}'],
  [
    'names of a prototype',
    JSON.stringify({ ...route, route: '__proto__', program: 'constructor' }),
  ],
  ['a route that is none', JSON.stringify({ ...route, program: null })],
  ['all of it, with a wrong signature', withQuestion(foreign, false)],
  ['all of it, signed by another bot', withQuestion(signedElsewhere, true)],
  ['all of it, with the signature of another question', withQuestion(moved)],
  ['a very long text', JSON.stringify({ ...route, route: MARK.repeat(20_000) })],
  ['deep brackets', '['.repeat(50_000)],
  ['markup', `<!channel> <@U0BOB> ${MARK}`],
];

/** The state of a view that came back, as no client of Slack's makes it. */
export const FORGED_STATES: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['no values', { values: null }],
  ['a list', { values: [MARK] }],
  ['fields of other kinds', { values: { b: 'x', c: null, d: { 'ask-team-text': { value: 7 } } } }],
  ['a field too long', { values: { b: { 'ask-team-text': { value: MARK.repeat(50_000) } } } }],
  ['a prototype', JSON.parse('{"values":{"__proto__":{"ask-team-text":{"value":"F0RGED"}}}}')],
];
