import { afterEach, describe, expect, it } from '@jest/globals';
import { ThreadMemory } from '../../src/slack/features/ask/thread-memory';
import { startTestBot, type TestBot } from './running-bot';

const PLACE = { user: 'U0ALICE', channel: 'C0SALES' } as const;
let bot: TestBot | undefined;

afterEach(async () => {
  await bot?.stop();
  bot = undefined;
});

/** Asks in one thread, one after the other, and gives the bot's answers as JSON. */
async function converse(texts: readonly string[]): Promise<string[]> {
  const { slack } = (bot = await startTestBot());
  let threadTs: string | undefined;
  for (const [at, text] of texts.entries()) {
    const place = threadTs === undefined ? PLACE : { ...PLACE, threadTs };
    const { message } = await slack.mention({ ...place, text });
    threadTs ??= message.ts;
    const thread = threadTs;
    await slack.waitFor(() => answersIn(slack, thread).length === at + 1);
  }
  return answersIn(slack, threadTs ?? '').map((answer) => JSON.stringify(answer));
}

function answersIn(slack: TestBot['slack'], thread: string) {
  return slack.thread(PLACE.channel, thread).filter(({ user }) => user === 'U0BOT');
}

describe('in a thread that the bot answered', () => {
  it('a program alone gets the previous route for that program', async () => {
    const [, second = ''] = await converse([
      'how does an education member renew?',
      'and for open source?',
    ]);

    expect(second).toContain('opensource@gitlab.com');
    expect(second).toContain('renew');
  });

  it('elsewhere it is a question of its own', async () => {
    const [first = ''] = await converse(['and for open source?']);

    expect(first).not.toContain('Matched words: renew');
  });
});

describe('the memory of threads', () => {
  it('forgets the oldest of more than a thousand threads', () => {
    const memory = new ThreadMemory();
    const about = { route: 'apply', program: null };
    for (let at = 0; at <= 1000; at += 1)
      memory.remember({ channel: 'C1', thread: `${at}` }, about);

    expect(memory.size).toBe(1000);
    expect(memory.recall({ channel: 'C1', thread: '0' })).toBeUndefined();
    expect(memory.recall({ channel: 'C1', thread: '1000' })).toEqual(about);
  });

  it('keeps the latest answer of a thread, and nothing else of it', () => {
    const memory = new ThreadMemory();
    const place = { channel: 'D1', thread: null };
    memory.remember(place, { route: 'apply', program: null });
    const answered = { route: 'checkout', program: 'education', text: 'a question' };
    memory.remember(place, answered);

    expect(memory.recall(place)).toEqual({ route: 'checkout', program: 'education' });
  });
});
