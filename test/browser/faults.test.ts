import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { goTo, openThread, privateReply, routeLead, until, write } from './hands';
import { type Playground, startPlayground, type Visit } from './visit';

const QUESTION = '/program-route how does a customer apply for GitLab for Open Source?';
const LEAD = 'Licences for our software engineering course';

let playground: Playground;
let visit: Visit;
let page: Page;

beforeAll(async () => {
  playground = await startPlayground('--socket');
}, 180_000);

afterAll(() => playground.stop());

beforeEach(async () => {
  visit = await playground.visit();
  page = visit.page;
});

afterEach(async () => {
  await webApi().selectOption({ label: 'Web API works' });
  await page.getByRole('checkbox', { name: 'Every trigger_id has expired' }).uncheck();
  await visit.leave();
});

function webApi(): Locator {
  return page.getByRole('combobox', { name: 'Web API' });
}

async function openPanel(): Promise<Locator> {
  await page.getByRole('button', { name: 'Payloads and faults' }).click();
  return page.getByRole('complementary', { name: 'Payloads and faults' });
}

it('shows each step with its payload, its time and what decided', async () => {
  await write(page, QUESTION);
  const panel = await openPanel();

  const request = panel.locator('summary', { hasText: '→ /program-route' }).first();
  await request.getByText(/acknowledged in [\d.]+ ms/).waitFor();
  await request.click();
  expect(await panel.getByText('"command": "/program-route"').count()).toBe(1);
  const decision = panel.locator('summary', { hasText: '· answer: apply' }).first();
  expect(await decision.innerText()).toContain('matched words:');
  await decision.click();
  expect(await panel.getByText('"why": [').count()).toBe(1);
});

it('shows a lost acknowledgement as Slack does', async () => {
  await openPanel();
  await page.getByRole('button', { name: 'Lose the next acknowledgment' }).click();
  const reply = await privateReply(page, () => write(page, QUESTION));

  expect(await reply.innerText()).toContain(
    '/program-route failed with the error "operation_timeout"',
  );
  expect(await page.locator('.step-note[data-well=false]').first().innerText()).toContain('lost');
});

it('sends a mention again whose acknowledgement was lost, and shows one answer', async () => {
  const panel = await openPanel();
  await page.getByRole('button', { name: 'Lose the next acknowledgment' }).click();
  const question = 'who owns the opportunity of a member?';
  await write(page, `@Program Route ${question}`);
  await panel.locator('summary', { hasText: '→ app_mention (retry 1)' }).first().waitFor();
  const thread = await openThread(page, question);

  expect(await thread.getByRole('article').count()).toBe(2);
  await openPanel();
});

it('shows the answer as a message where the trigger_id for a modal has expired', async () => {
  await openPanel();
  await page.getByRole('checkbox', { name: 'Every trigger_id has expired' }).check();
  await goTo(page, 'inbound-leads');
  const reply = await privateReply(page, async () => {
    await routeLead(page, LEAD);
  });

  expect(await reply.innerText()).toContain('Reply directly to the lead');
  expect(await page.getByRole('dialog').count()).toBe(0);
});

it('shows the same where the Web API fails, and what failed', async () => {
  await openPanel();
  await webApi().selectOption({ label: 'Web API fails (fatal_error)' });
  await goTo(page, 'inbound-leads');
  const reply = await privateReply(page, async () => {
    await routeLead(page, LEAD);
  });

  expect(await reply.innerText()).toContain('Reply directly to the lead');
  const failed = page.locator('summary', { hasText: '← views.open' }).first();
  expect(await failed.innerText()).toContain('fatal_error');
});

it('answers once the rate limit is over', async () => {
  await openPanel();
  await webApi().selectOption({ label: 'Web API returns 429, Retry-After 1' });
  const question = 'do schools have to prove what they use it for?';
  await write(page, `@Program Route ${question}`);
  const refused = page.locator('summary', { hasText: '← chat.postMessage' });
  await refused.filter({ hasText: 'ratelimited' }).first().waitFor();
  await webApi().selectOption({ label: 'Web API works' });

  const thread = await openThread(page, question);
  expect(await thread.getByRole('article').count()).toBe(2);
  await openPanel();
});

it.each(['Refresh the socket', 'Disconnect the socket'])(
  'connects again after “%s”',
  async (button) => {
    await openPanel();
    await page.getByRole('button', { name: button }).click();

    // Bolt's client takes five seconds for a new connection; until then Slack tells the user that it failed.
    let reply = '';
    await until(async () => {
      reply = await (await privateReply(page, () => write(page, QUESTION))).innerText();
      return !reply.includes('failed with the error');
    }, 15_000);

    expect(reply).toContain('Matched words:');
  },
);
