import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import axe, { type AxeResults } from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { goTo, openThread, privateReply, routeLead, write } from './hands';
import { type Playground, startPlayground, type Visit } from './visit';

const QUESTION = 'who owns an account that only has an edu subscription?';
const UNCLEAR = 'the owner on the community record is wrong';
/** Its answer holds a text to copy. */
const QUESTION_OF_LEAD =
  'a professor wants to join the free program, who do I forward the email to?';
const LEAD = 'Licences for our software engineering course';

let playground: Playground;
let visit: Visit;
let page: Page;

beforeAll(async () => {
  playground = await startPlayground();
}, 180_000);

afterAll(() => playground.stop());

afterEach(() => visit.leave());

async function open(options: BrowserContextOptions): Promise<void> {
  visit = await playground.visit(options);
  page = visit.page;
  await page.evaluate(axe.source);
}

/** What axe finds serious or critical, with the elements concerned. */
async function seriousFindings(): Promise<string[]> {
  const { violations } = await page.evaluate<AxeResults>(
    "axe.run({ resultTypes: ['violations'] })",
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const looks: readonly [string, BrowserContextOptions][] = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['light at phone width', { colorScheme: 'light', viewport: { width: 390, height: 844 } }],
  ['dark at phone width', { colorScheme: 'dark', viewport: { width: 390, height: 844 } }],
];

describe.each(looks)('in %s', (_, options) => {
  const isPhone = options.viewport?.width === 390;

  beforeEach(() => open(options));

  async function visitPlace(place: string): Promise<void> {
    if (isPhone) await page.getByRole('button', { name: 'Channels' }).click();
    await goTo(page, place);
  }

  it('a channel with an answer, its thread and the panel have no serious finding', async () => {
    await privateReply(page, () => write(page, `/program-route ${QUESTION}`));
    await write(page, `@Program Route ${QUESTION}`);
    const channel = await seriousFindings();
    await openThread(page, QUESTION);
    const thread = await seriousFindings();
    await page.getByRole('button', { name: 'Payloads and faults' }).click();
    const panel = await seriousFindings();

    expect({ channel, thread, panel }).toEqual({ channel: [], thread: [], panel: [] });
  });

  it('emails, a modal and the Home tab have no serious finding', async () => {
    await visitPlace('inbound-leads');
    const emails = await seriousFindings();
    const modal = await routeLead(page, LEAD);
    await modal.getByRole('textbox', { name: 'Subject' }).waitFor();
    const lead = await seriousFindings();
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'detached' });
    await visitPlace('Program Route');
    await page.getByRole('heading', { name: 'The programs' }).waitFor();
    const home = await seriousFindings();

    expect({ emails, lead, home }).toEqual({ emails: [], lead: [], home: [] });
  });
});

it('a question can be asked, answered and followed up with the keyboard alone', async () => {
  await open({});
  const { keyboard } = page;
  const focused = async (): Promise<string> => {
    const at = page.locator(':focus');
    if ((await at.count()) === 0) return '';
    return (await at.getAttribute('aria-label')) ?? (await at.innerText());
  };
  const tabTo = async (name: string): Promise<void> => {
    for (let presses = 0; presses < 80; presses += 1) {
      if ((await focused()).startsWith(name)) return;
      await keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach "${name}".`);
  };

  await tabTo('Skip to the message field');
  await keyboard.press('Enter');
  expect(await focused()).toBe('Message #field-questions');
  await keyboard.type('/pro');
  await keyboard.press('Enter');
  await keyboard.type(QUESTION);
  const reply = await privateReply(page, () => keyboard.press('Enter'));
  await page.keyboard.press('Shift+Tab');
  for (let presses = 0; presses < 20 && (await focused()) !== 'Share in channel'; presses += 1) {
    await keyboard.press('Shift+Tab');
  }
  expect(await focused()).toBe('Share in channel');
  await keyboard.press('Enter');
  await page.getByText('Shared by @Ana Castell').first().waitFor();

  expect(await reply.isVisible()).toBe(true);
});

it('a lead can be routed with the keyboard alone', async () => {
  await open({});
  await goTo(page, 'inbound-leads');
  const email = page.getByRole('article').filter({ hasText: LEAD });
  await email.getByRole('button', { name: 'More actions' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const modal = page.getByRole('dialog', { name: 'Route this lead' });
  await modal.waitFor();
  await page.keyboard.press('Escape');
  await modal.waitFor({ state: 'detached' });

  const focused = page.locator(':focus');
  expect(await focused.getAttribute('aria-label')).toMatch(/^More actions: /);
});

it('the message that takes the place of a pressed choice has the focus, and is in sight', async () => {
  await open({});
  const asking = await privateReply(page, () => write(page, `/program-route ${UNCLEAR}`));
  await asking.getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  await asking.getByRole('button', { name: 'This answer helped' }).waitFor();

  const focused = page.locator(':focus');
  expect(await focused.getAttribute('data-private')).toBe('true');
  expect(await focused.innerText()).toContain('Source: ');
});

it("the app's tabs are tabs, and the arrow keys move between them", async () => {
  await open({});
  await goTo(page, 'Program Route');
  await page.getByRole('tab', { name: 'Home', selected: true }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('tab', { name: 'Messages', selected: true }).waitFor();

  expect(await page.locator(':focus').innerText()).toBe('Messages');
  expect(await page.getByRole('tabpanel').count()).toBe(1);
});

it.each(['light', 'dark'] as const)('a hovered button is readable in %s', async (colorScheme) => {
  await open({ colorScheme });
  const reply = await privateReply(page, () => write(page, '/program-route is the wifi down?'));
  await reply.getByRole('button', { name: 'Ask the team' }).click();
  const button = page.getByRole('dialog').getByRole('button', { name: 'Post it' });
  await button.hover();

  expect(await seriousFindings()).toEqual([]);
});

it('an answer is no wider than its column on a phone', async () => {
  await open({ viewport: { width: 390, height: 844 } });
  await privateReply(page, () => write(page, `/program-route ${QUESTION_OF_LEAD}`));
  const beyond = await page
    .getByRole('log', { name: 'Messages' })
    .evaluate((list: { scrollWidth: number; clientWidth: number }) => {
      return list.scrollWidth - list.clientWidth;
    });

  expect(beyond).toBe(0);
});
