import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { privateReply, write } from './hands';
import { type Playground, startPlayground, type Visit } from './visit';

const QUESTION = '/program-route how does a customer apply for GitLab for Open Source?';
/** The playground promises 15 s for edited examples; a slow machine that is busy takes several times as long. */
const LEARNT_WITHIN_MS = 90_000;

const folder = mkdtempSync(join(tmpdir(), 'rules-'));
const rules = join(folder, 'rules');
const route = join(rules, 'application', 'apply.yml');
const examples = join(rules, 'application', 'apply.examples.yml');

let playground: Playground;
let visit: Visit;
let page: Page;

beforeAll(async () => {
  cpSync(join(__dirname, '..', '..', 'rules'), rules, { recursive: true });
  playground = await startPlayground('--rules', rules);
  visit = await playground.visit();
  page = visit.page;
}, 180_000);

afterAll(async () => {
  await visit.leave();
  await playground.stop();
  rmSync(folder, { recursive: true });
});

function edit(file: string, change: (text: string) => string): string {
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, change(before));
  return before;
}

async function answer(): Promise<string> {
  const reply = await privateReply(page, () => write(page, QUESTION));
  return reply.innerText();
}

it('takes an edited answer at once', async () => {
  const version = await page.getByRole('status').innerText();
  edit(route, (text) => text.replace(/^headline: .*$/m, 'headline: Edited while it runs.'));
  await page.getByRole('status').filter({ hasNotText: version }).waitFor();

  expect(await answer()).toContain('Edited while it runs.');
});

it('shows a fault with its place, and keeps the previous rules', async () => {
  const good = edit(route, (text) => `${text}\nheadlin: oops\n`);
  const line = good.split('\n').length + 1;
  const banner = page.getByRole('alert').filter({ hasText: 'The edited rules are invalid' });
  await banner.waitFor();

  expect(await banner.innerText()).toContain(
    `rules/application/apply.yml:${line}:1 unknown-field:`,
  );
  expect(await answer()).toContain('Edited while it runs.');

  writeFileSync(route, good);
  await banner.waitFor({ state: 'detached' });
});

it(
  'learns edited examples, and says so meanwhile',
  async () => {
    // New each time: what was learned once is kept.
    const example = `where do i hand in the yellow zebra form ${Date.now()}`;
    edit(examples, (text) => text.replace(/^examples:\n/m, `examples:\n  - ${example}\n`));
    await page.getByText('Retraining on the edited examples').waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: 'Rules active' })
      .waitFor({ timeout: LEARNT_WITHIN_MS });

    const reply = await privateReply(page, () => write(page, `/program-route ${example}`));
    expect(await reply.innerText()).toContain('Edited while it runs.');
  },
  2 * LEARNT_WITHIN_MS,
);
