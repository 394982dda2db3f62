import { askTeamValue } from '../../src/slack/features/escalate/blocks';
import { createSigner } from '../../src/slack/signed-value';

/** What must never be seen, posted or kept. */
export const MARK = 'F0RGED';

const foreign = { a: 'U0ALICE', q: `${MARK} <!channel>`, c: false, s: '0'.repeat(32) };
const route = { v: '0'.repeat(12), r: MARK, p: MARK, o: [MARK], oc: 'answer', n: MARK };

/** The seal of another bot, and one that was made for another question. */
const sealedElsewhere = askTeamValue({ user: 'U0ALICE', text: MARK }, createSigner('xoxb-another'));
const moved = {
  ...askTeamValue({ user: 'U0ALICE', text: 'where to park?' }, createSigner('xoxb-local')),
  q: MARK,
};

/** Values that a button, an option or a view may come back with, and that the bot never made. */
export const FORGED: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a number', 7],
  ['an object', { v: MARK }],
  ['a list', [MARK]],
  ['an empty text', ''],
  ['no JSON', '{"v":'],
  ['JSON of another kind', '"x"'],
  ['JSON null', 'null'],
  ['fields of other kinds', '{"v":1,"r":[],"p":{},"o":"x","a":null,"q":7,"c":"no","s":{}}'],
  ['a prototype', '{"__proto__":{"v":"000000000000","r":"x"},"constructor":1}'],
  ['names of a prototype', JSON.stringify({ ...route, r: '__proto__', p: 'constructor' })],
  ['a route that is none', JSON.stringify({ ...route, p: null })],
  ['all of it, with a wrong seal', JSON.stringify({ ...route, ...foreign, up: false })],
  ['all of it, sealed by another bot', JSON.stringify({ ...route, ...sealedElsewhere, up: true })],
  ['all of it, with the seal of another question', JSON.stringify({ ...route, ...moved })],
  ['a very long text', JSON.stringify({ ...route, r: MARK.repeat(20_000) })],
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
