import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiFault } from '../../../packages/local-slack/src/faults';
import { type OpenRuleBook, openRuleBook } from '../../../src/loader/open-rule-book';
import { RULES } from '../../../src/cli/run-command';
import { EDUCATION, OPEN_SOURCE, TEAM_CHANNEL } from '../../rule-book/names';
import { anUnclearQuestion, startTestBot, type TestBot } from '../../slack/running-bot';
import { type ActName, ACTS, type Scene, visibleTo } from './acts';

/** Slack's client shows an error of its own after 3 s. */
const SEEN_WITHIN = 3000;

const NAMES = Object.keys(ACTS) as ActName[];

/** What a person sees where all is well. */
const ANSWERS: Readonly<Record<ActName, RegExp>> = {
  command: /The account stays/,
  shortcut: new RegExp(EDUCATION),
  choose: /Source: /,
  'choose in a thread': /Source: /,
  'none of these': /Ask the team/,
  // Without the scopes to see who reads a conversation, the bot asks first.
  share: /Share anyway/,
  'not what I asked': /What did you mean/,
  vote: /Thank you/,
  'ask the team': /ask-team-text/,
  'help mend': /kept-text/,
  'post to the team': /sent your question to the team/,
  'keep the text': /I saved the text for the team/,
  'send the lead': /The reply to the lead/,
  'another program': new RegExp(OPEN_SOURCE),
  'try an example': /Source: /,
  home: /The programs/,
  mention: /The account stays/,
  'direct message': /The account stays/,
};

const SORRY = new RegExp(`Sorry, .* Ask in ${TEAM_CHANNEL}\\.`);
const TO_PASTE = /[Pp]aste this(?: there)?:.*Where to park the zeppelin/;
const TO_COPY = /Sorry, .*The reply to the lead/;
/** Slack's own words, where the acknowledgement is all that could tell. */
const SLACKS_OWN = /failed with the error/;
/** Nothing can be said: an error line, a counter and `/readyz` instead. */
const UNSEEN = null;

type Expected = Readonly<Partial<Record<ActName, RegExp | null>>>;

/** Slack's Web API takes nothing: what needs no token is answered all the same. */
const WITHOUT_API: Expected = {
  'ask the team': SORRY,
  'help mend': SORRY,
  'post to the team': TO_PASTE,
  'send the lead': TO_COPY,
  'another program': UNSEEN,
  'try an example': UNSEEN,
  home: UNSEEN,
  mention: UNSEEN,
  'direct message': UNSEEN,
};

let test: TestBot;
let areRulesBroken = false;
let scenes = 0;
const unclear = anUnclearQuestion();
const opened = openRuleBook(RULES);
const USERS = Array.from({ length: 300 }, (_, at) => ({ id: `U0ACT${at}`, name: `act${at}` }));

function rules(): OpenRuleBook {
  if (areRulesBroken) throw new TypeError('a bug');
  return opened;
}

beforeAll(async () => {
  test = await startTestBot({
    rules,
    users: USERS,
    channels: [
      { id: 'C0TEAM', name: 'team' },
      ...USERS.map(({ name }, at) => ({ id: `C0ACT${at}`, name })),
    ],
    retryDelaysMs: [],
    connection: { teamChannel: 'C0TEAM' },
  });
});

afterEach(() => {
  test.slack.faults.clear();
  areRulesBroken = false;
});

afterAll(async () => {
  await test.stop();
});

/** Each act has a person and a channel of its own, so that what they see is theirs. */
function nextScene(): Scene {
  const at = scenes;
  scenes += 1;
  return { slack: test.slack, user: `U0ACT${at}`, channel: `C0ACT${at}`, unclear };
}

/** What came before the person's eyes. */
function newsFor(scene: Scene, before: readonly string[]): string {
  return visibleTo(scene)
    .filter((thing) => !before.includes(thing))
    .join();
}

/** The same, as soon as it is what is waited for. */
async function newsIn(look: () => string, wanted: RegExp): Promise<string> {
  try {
    return await test.slack.waitFor(() => wanted.test(look()) && look(), SEEN_WITHIN);
  } catch {
    return look();
  }
}

interface Ready {
  readonly name: ActName;
  readonly scene: Scene;
  readonly act: () => Promise<unknown>;
}

async function getReady(names: readonly ActName[]): Promise<Ready[]> {
  const ready = names.map(async (name) => {
    const scene = nextScene();
    return { name, scene, act: await ACTS[name](scene) };
  });
  return Promise.all(ready);
}

/**
 * Breaks something, lets everybody act at once, and compares what each of them sees.
 *
 * @returns a last look at those who can be told nothing: to be taken once it is certain that nothing more comes
 */
async function expectSeen(
  fault: () => void,
  expected: Expected,
  { names = NAMES, slackComplains = false } = {},
): Promise<() => void> {
  const ready = await getReady(names);
  const befores = ready.map(({ scene }) => visibleTo(scene));
  const newsOf = ({ scene }: Ready, at: number): string => newsFor(scene, befores[at] ?? []);
  fault();
  const looks = ready.map(async (one, at) => {
    const wanted = expected[one.name] === undefined ? ANSWERS[one.name] : expected[one.name];
    void one.act().catch(() => undefined);
    if (wanted === UNSEEN || wanted === undefined) return;
    const news = await newsIn(() => newsOf(one, at), wanted);
    expect({ name: one.name, news }).toEqual({
      name: one.name,
      news: expect.stringMatching(wanted),
    });
    expect(slackComplains || !SLACKS_OWN.test(news)).toBe(true);
  });
  await Promise.all(looks);
  return () => {
    const unseen = ready
      .map(({ name }, at) => ({ name, at }))
      .filter(({ name }) => expected[name] === UNSEEN);
    for (const { name, at } of unseen) {
      expect({ name, news: newsOf(ready[at] as Ready, at) }).toEqual({ name, news: '' });
    }
  };
}

function lines(): Record<string, unknown>[] {
  const all = test.logged().split('\n').filter(Boolean);
  return all.map((line) => JSON.parse(line) as Record<string, unknown>);
}

function ready(query = ''): Promise<Response> {
  return fetch(`http://127.0.0.1:${test.bot.port}/readyz${query}`);
}

describe('everybody sees', () => {
  it('an answer where all is well', async () => {
    await expectSeen(() => undefined, {});
  });

  it('a sentence and where to ask instead, whatever bug of ours throws', async () => {
    const everywhere = Object.fromEntries(NAMES.map((name) => [name, SORRY]));

    await expectSeen(() => (areRulesBroken = true), {
      ...everywhere,
      'post to the team': TO_PASTE,
    });
  });

  it.each<[string, ApiFault]>([
    ['token_revoked', { error: 'token_revoked' }],
    ['account_inactive', { error: 'account_inactive' }],
    ['missing_scope', { error: 'missing_scope' }],
    ['ratelimited', { status: 429, retryAfter: 60 }],
    ['slack_webapi_http_error', { status: 500 }],
    ['slack_webapi_request_error', { hang: true }],
  ])('the answer without the Web API, or a sentence: %s', async (code, fault) => {
    const before = lines().length;
    const counted = lines().filter(({ unanswered }) => unanswered !== undefined).length;
    const unseen = Object.values(WITHOUT_API).filter((wanted) => wanted === UNSEEN).length;

    const lastLook = await expectSeen(() => {
      test.slack.faults.api('*', fault);
    }, WITHOUT_API);
    const told = () => lines().filter(({ unanswered }) => unanswered !== undefined);
    await test.slack.waitFor(() => told().length === counted + unseen, 8000);
    const [all, traffic] = [await ready(), await ready('?except=store,slack')];

    lastLook();
    const last = told().at(-1);
    expect(last).toMatchObject({ level: 50, msg: 'nobody could be told anything' });
    expect(last).toMatchObject({ error: { code }, hint: expect.any(String) });
    expect(last?.['unanswered']).toBe(counted + unseen);
    expect(
      lines()
        .slice(before)
        .filter(({ level }) => Number(level) > 50),
    ).toEqual([]);
    expect([all.status, traffic.status]).toEqual([503, 200]);
    expect(JSON.stringify(await all.json())).toContain(`(${code}`);
  });

  it('an answer again, and `/readyz` says so, once Slack takes something', async () => {
    await expectSeen(() => undefined, {}, { names: ['mention'] });

    expect(await (await ready()).json()).toEqual({
      ok: true,
      version: expect.any(String),
      problems: [],
    });
  });

  it('the answer as a message, or a sentence, where the ticket for a modal has expired', async () => {
    await expectSeen(
      () => {
        test.slack.faults.expireTriggers(true);
      },
      { 'ask the team': SORRY, 'help mend': SORRY, 'try an example': SORRY },
    );
  });

  it.each<[string, ApiFault]>([
    ['is dead', { status: 404 }],
    ['fails', { status: 500 }],
    ['hangs', { hang: true }],
  ])('the answer though the response_url %s', async (_, fault) => {
    await expectSeen(() => {
      test.slack.faults.api('response_url', fault);
    }, {});
  });

  it('a sentence in time where Slack is slow, and the answer when it comes', async () => {
    const names: ActName[] = ['ask the team', 'post to the team'];
    const late = {
      'ask the team': SORRY,
      'post to the team': /Slack did not confirm.*paste this/,
    };

    await expectSeen(
      () => {
        test.slack.faults.api('users.info', { delayMs: 1000 });
        test.slack.faults.api('views.open', { delayMs: 1900 });
        test.slack.faults.api('chat.postMessage', { delayMs: 1900 });
      },
      late,
      { names },
    );
    const [asking, posting] = [`U0ACT${scenes - 2}`, `U0ACT${scenes - 1}`];
    const shows = (user: string, what: RegExp) => () =>
      what.test(JSON.stringify(test.slack.viewsOf(user)));

    await test.slack.waitFor(shows(asking, /ask-team-text/), 3000);
    await test.slack.waitFor(shows(posting, /sent your question to the team/), 6000);
  });

  it('what came beside the acknowledgement, where that is lost', async () => {
    await expectSeen(
      () => {
        test.slack.faults.loseAck(Infinity);
      },
      { command: SLACKS_OWN, 'keep the text': SLACKS_OWN },
      { slackComplains: true },
    );
  });
});
