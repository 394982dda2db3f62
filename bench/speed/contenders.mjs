import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../../scripts/freshness.mjs';
import { answersOf } from './load.mjs';
import { server, startServer } from './measured-server.mjs';
import { SECRET } from './signed-requests.mjs';

/** The program that users start, with the embedded store, and what it is compared with. */
const FILES = {
  ours: join(PROJECT, 'dist', 'app.js'),
  'ours, no store': server('ours-without-store'),
  bolt: server('bolt'),
  'node:http': server('http'),
};

/**
 * What it takes to start each server.
 *
 * @param apiUrl of the stand-in for Slack's Web API
 * @param folder for logs, the store, and the constant that the bare servers answer
 */
export async function prepareContenders(apiUrl, folder) {
  const answer = join(folder, 'answer.json');
  const start = (name) => {
    const own = join(folder, name.replace(/\W+/g, '-'));
    mkdirSync(own, { recursive: true });
    const environment = {
      SLACK_BOT_TOKEN: 'xoxb-bench',
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_API_URL: apiUrl,
      DATABASE_URL: `file:${join(own, 'store.db')}`,
      BENCH_ANSWER: answer,
    };
    return startServer(FILES[name], { environment, folder: own });
  };
  writeFileSync(answer, await typicalAnswer(start));
  return start;
}

/** The answer of ours whose size is nearest to the mean of all. */
async function typicalAnswer(start) {
  const running = await start('ours');
  try {
    const texts = await answersOf(running);
    const mean = texts.reduce((sum, { length }) => sum + length, 0) / texts.length;
    return texts.reduce((best, text) => {
      return Math.abs(text.length - mean) < Math.abs(best.length - mean) ? text : best;
    });
  } finally {
    await running.stop();
  }
}
