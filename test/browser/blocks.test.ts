import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { privateReply, write } from './hands';
import { type Playground, startPlayground, type Visit } from './visit';

let playground: Playground;
let visit: Visit;
let page: Page;
let panel: Locator;
let api: string;

beforeAll(async () => {
  playground = await startPlayground();
}, 180_000);

afterAll(() => playground.stop());

beforeEach(async () => {
  visit = await playground.visit();
  page = visit.page;
  await privateReply(page, () => write(page, '/program-route help'));
  await page.getByRole('button', { name: 'Payloads and faults' }).click();
  panel = page.getByRole('complementary', { name: 'Payloads and faults' });
  api = await apiAddress();
});

afterEach(() => visit.leave());

/** The local Slack's Web API is where the payload says that answers go. */
async function apiAddress(): Promise<string> {
  await panel.locator('summary', { hasText: '→ /program-route' }).first().click();
  const payload = await panel.locator('.json').first().innerText();
  const [origin = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(payload) ?? [];
  return `${origin}/api/chat.postMessage`;
}

/** Posts blocks as the app, and gives the message as the page shows it. */
async function post(...blocks: readonly object[]): Promise<Locator> {
  const messages = page.getByRole('log', { name: 'Messages' }).getByRole('article');
  const message = messages.nth(await messages.count());
  const response = await fetch(api, {
    method: 'POST',
    headers: { authorization: 'Bearer xoxb-local', 'content-type': 'application/json' },
    body: JSON.stringify({ channel: 'C0FIELD', text: 'Blocks', blocks }),
  });
  expect(await response.json()).toMatchObject({ ok: true });
  await message.waitFor();
  return message;
}

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const options = ['One', 'Two'].map((name) => ({ text: plain(name), value: name.toLowerCase() }));

describe('texts', () => {
  it('have the markup that Slack knows, and no other', async () => {
    const message = await post({
      type: 'section',
      text: mrkdwn(
        '*bold* _slanted_ ~gone~ `a *b*` <https://a.example|a link> <@U0PRIYA>\n&gt; quoted\n' +
          'snake_case_name &lt;https://b.example|no link&gt; [no](https://c.example) **no** # no',
      ),
    });

    const html = await message.locator('.mrkdwn').innerHTML();
    expect(html).toContain('<strong>bold</strong> <em>slanted</em> <s>gone</s> <code>a *b*</code>');
    expect(html).toContain('<blockquote>quoted</blockquote>');
    expect(await message.getByRole('link').allInnerTexts()).toEqual(['a link']);
    expect(await message.innerText()).toContain('@Priya Raman');
    expect(await message.innerText()).toContain(
      'snake_case_name <https://b.example|no link> [no](https://c.example)',
    );
  });

  it('in plain text, headers and tables are as they are', async () => {
    const raw = (text: string) => ({ type: 'raw_text', text });
    const message = await post(
      { type: 'header', text: plain('*Head* <b>') },
      { type: 'section', text: plain('*plain* [x](https://a.example)') },
      {
        type: 'table',
        rows: [
          [raw('A'), raw('*B*')],
          [raw('1'), raw('<i>')],
        ],
      },
    );

    expect(await message.getByRole('heading').innerText()).toBe('*Head* <b>');
    expect(await message.innerText()).toContain('*plain* [x](https://a.example)');
    expect(await message.getByRole('cell').allInnerTexts()).toEqual(['1', '<i>']);
    expect(await message.getByRole('columnheader').allInnerTexts()).toEqual(['A', '*B*']);
  });

  it('in markdown and rich text are drawn', async () => {
    const part = (type: string, text: string) => ({ type, elements: [{ type: 'text', text }] });
    const list = (style: string) => ({
      type: 'rich_text_list',
      style,
      elements: [part('rich_text_section', `in a ${style} list`)],
    });
    const message = await post(
      { type: 'markdown', text: '# Title\n\n- item\n\n| a | b |\n| - | - |\n| 1 | 2 |' },
      {
        type: 'rich_text',
        elements: [
          list('bullet'),
          part('rich_text_preformatted', 'two  spaces'),
          part('rich_text_quote', 'quoted'),
        ],
      },
    );

    expect(await message.getByRole('heading', { name: 'Title' }).count()).toBe(1);
    expect(await message.getByRole('listitem').allInnerTexts()).toEqual([
      'item',
      'in a bullet list',
    ]);
    expect(await message.locator('pre').innerText()).toBe('two  spaces');
    expect(await message.getByRole('cell').allInnerTexts()).toEqual(['1', '2']);
  });
});

describe('elements', () => {
  async function pressed(action: string): Promise<string> {
    const request = panel.locator('summary', { hasText: `→ block_actions ${action}` }).first();
    await request.click();
    return request.locator('xpath=..').locator('.json').first().innerText();
  }

  it.each([
    ['static_select', async (at: Locator) => at.getByRole('combobox').selectOption('Two')],
    ['radio_buttons', async (at: Locator) => at.getByRole('radio', { name: 'Two' }).check()],
  ])('of the type %s tell the app what was chosen', async (type, choose) => {
    const element = { type, action_id: type, options };
    const message = await post({ type: 'section', text: plain('Choose'), accessory: element });
    await choose(message);

    expect(JSON.parse(await pressed(type))).toMatchObject({
      actions: [{ action_id: type, selected_option: { value: 'two' } }],
    });
  });

  it('that are an overflow menu open with the keyboard', async () => {
    const element = { type: 'overflow', action_id: 'overflow', options };
    const message = await post({ type: 'section', text: plain('More'), accessory: element });
    await message.getByRole('button', { name: 'More', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');

    expect(JSON.parse(await pressed('overflow'))).toMatchObject({
      actions: [{ selected_option: { value: 'two' } }],
    });
  });

  it('that are checkboxes and feedback buttons', async () => {
    const vote = (value: string) => ({ text: plain(value), value });
    const message = await post(
      {
        type: 'actions',
        elements: [{ type: 'checkboxes', action_id: 'boxes', options }],
      },
      {
        type: 'context_actions',
        elements: [
          {
            type: 'feedback_buttons',
            action_id: 'vote',
            positive_button: vote('good'),
            negative_button: vote('bad'),
          },
        ],
      },
    );
    await message.getByRole('checkbox', { name: 'One' }).check();
    await message.getByRole('button', { name: 'bad' }).click();

    expect(JSON.parse(await pressed('boxes'))).toMatchObject({
      actions: [{ selected_options: [{ value: 'one' }] }],
    });
    expect(JSON.parse(await pressed('vote'))).toMatchObject({ actions: [{ value: 'bad' }] });
  });
});
