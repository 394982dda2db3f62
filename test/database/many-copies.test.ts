import { writeSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { type Outcome, tryCopies } from './copies/trial';
import { TestPostgres } from './test-postgres';

const MENTIONS = Number(process.env['MENTIONS'] ?? 150);

jest.setTimeout(600_000);

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await TestPostgres.start();
});
afterAll(async () => {
  await postgres.end();
});

it(`three copies answer ${MENTIONS} mentions, whatever dies meanwhile`, async () => {
  let restart: Promise<void> | undefined;
  const halfWay = (): Promise<void> => (restart ??= postgres.restart());
  const run = async (withScope: boolean): Promise<Outcome> => {
    const databaseUrl = await postgres.fresh();
    return await tryCopies({ databaseUrl, mentions: MENTIONS, withScope, halfWay });
  };

  const [withScope, without] = await Promise.all([run(true), run(false)]);
  report('with the scope to read', withScope);
  report('without it', without);

  expect(withScope.answered).toEqual([0, MENTIONS, 0]);
  expect(without.answered[0]).toBe(0);
  expect(without.unexplained).toBe(0);
  for (const { kills, cutShort } of [withScope, without]) {
    expect(kills).toBeGreaterThan(2);
    expect(cutShort).toBeGreaterThan(0);
  }
});

function report(title: string, outcome: Outcome): void {
  const { answered, cutShort, kills, doubled, renamed, seconds } = outcome;
  const [never, once, twice] = answered;
  const line = `${title}: answered 0 times ${never}, once ${once}, twice ${twice}; ${kills} kills, which cut ${cutShort} answers between post and mark; ${doubled} events sent twice, ${renamed} under another id; the database restarted once; ${seconds} s`;
  writeSync(2, `${line}\n`);
}
