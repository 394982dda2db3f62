import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { loadRules } from '../../src/rule-book/load';
import { TEAM_CHANNEL } from '../rule-book/names';
import { be, goTo, lastMessage, openThread, privateReply, routeLead, until, write } from './hands';
import { type Playground, startPlayground, type Visit } from './visit';

const { book } = loadRules(join(__dirname, '..', '..', 'rules'));
const mailbox = mailboxOf('education');
const QUESTION = 'a professor wants to join the free program, who do I forward the email to?';
const UNCLEAR = 'the owner on the community record is wrong';

let playground: Playground;
let visit: Visit;
let page: Page;

beforeAll(async () => {
  playground = await startPlayground();
}, 180_000);

afterAll(() => playground.stop());

beforeEach(async () => {
  visit = await playground.visit();
  page = visit.page;
});

afterEach(() => visit.leave());

function mailboxOf(program: string): string {
  const { mailbox: id } = book.programs.find((one) => one.id === program) ?? {};
  const destination = book.destinations[id ?? ''];
  if (destination?.kind !== 'email') throw new Error(`The program "${program}" has no mailbox.`);
  return destination.value;
}

describe('a question', () => {
  it('by slash command is completed while typing, and answered privately', async () => {
    const field = page.getByRole('textbox', { name: 'Message #field-questions' });
    await field.pressSequentially('/pro');
    await page.getByRole('option', { name: /^\/program-route/ }).waitFor();
    await field.press('Enter');
    await field.pressSequentially(QUESTION);
    const reply = await privateReply(page, () => field.press('Enter'));

    expect(await reply.innerText()).toContain(mailbox);
    await be(page, 'Priya Raman');
    expect(await page.getByText('Only visible to you').count()).toBe(0);
  });

  it('by mention is answered in its thread', async () => {
    const field = page.getByRole('textbox', { name: 'Message #field-questions' });
    await field.pressSequentially('@pro');
    await field.press('Tab');
    await field.pressSequentially(QUESTION);
    await field.press('Enter');
    const thread = await openThread(page, QUESTION);

    expect(await thread.getByRole('article').last().innerText()).toContain(mailbox);
    await be(page, 'Priya Raman');
    await openThread(page, QUESTION);
    expect(await thread.getByRole('article').last().innerText()).toContain(mailbox);
  });

  it('that leaves open what is meant is asked back, and a press answers it for all', async () => {
    await write(page, `@Program Route ${UNCLEAR}`);
    const thread = await openThread(page, UNCLEAR);
    const asking = thread.getByRole('article').last();
    const choice = asking.getByRole('button').first();
    expect(await asking.getByRole('button', { name: 'None of these' }).count()).toBe(1);

    await choice.click();
    await asking.getByText('Chosen by @Ana Castell').waitFor();

    expect(await asking.getByRole('button', { name: 'None of these' }).count()).toBe(0);
  });

  it('that is asked back privately is replaced by its answer', async () => {
    const asking = await privateReply(page, () => write(page, `/program-route ${UNCLEAR}`));
    const before = await page.getByRole('article').count();
    await asking.getByRole('button').first().click();
    await asking.getByRole('button', { name: 'This answer helped' }).waitFor();

    expect(await asking.getByRole('button', { name: 'None of these' }).count()).toBe(0);
    expect(await page.getByRole('article').count()).toBe(before);
  });

  it('on the Home tab is answered in a modal', async () => {
    await goTo(page, 'Program Route');
    const [example = ''] = book.guide.examples;
    await page.getByRole('button', { name: example }).click();

    const modal = page.getByRole('dialog');
    expect(await modal.innerText()).toContain(mailbox);
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'detached' });
  });
});

describe('an answer', () => {
  it('can be shared in the channel', async () => {
    const reply = await privateReply(page, () => write(page, `/program-route ${QUESTION}`));
    await reply.getByRole('button', { name: 'Share in channel' }).click();

    await lastMessage(page).getByText('Shared by @Ana Castell').waitFor();
    await be(page, 'Priya Raman');
    expect(await lastMessage(page).innerText()).toContain(mailbox);
  });

  it('takes a vote', async () => {
    const reply = await privateReply(page, () => write(page, `/program-route ${QUESTION}`));
    const vote = reply.getByRole('button', { name: 'This answer did not help' });
    const thanks = await privateReply(page, () => vote.click());

    expect(await vote.getAttribute('aria-pressed')).toBe('true');
    expect(await thanks.innerText()).toContain('Thank you');
  });

  it('that there is none of leads to the team, who read exactly what was confirmed', async () => {
    const reply = await privateReply(page, () => write(page, '/program-route is the wifi down?'));
    await reply.getByRole('button', { name: 'Ask the team' }).click();
    const modal = page.getByRole('dialog', { name: 'Ask the team' });
    await modal.getByRole('textbox', { name: 'Question' }).fill('Is <b>the wifi</b> down?');
    await modal.getByRole('button', { name: 'Post it' }).click();
    await modal.getByRole('button', { name: 'Post it' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');

    await be(page, 'Priya Raman');
    await goTo(page, TEAM_CHANNEL.slice(1));
    expect(await lastMessage(page).innerText()).toContain('Is <b>the wifi</b> down?');
  });
});

it('says at the field what is wrong with it', async () => {
  const reply = await privateReply(page, () => write(page, '/program-route is the wifi down?'));
  await reply.getByRole('button', { name: 'Ask the team' }).click();
  const modal = page.getByRole('dialog', { name: 'Ask the team' });
  const field = modal.getByRole('textbox', { name: 'Question' });
  await field.fill('');
  await modal.getByRole('button', { name: 'Post it' }).click();
  const error = modal.getByRole('alert');
  await error.waitFor();

  expect(await error.innerText()).toBe('Please complete this required field.');
  expect(await field.getAttribute('aria-describedby')).toBe(await error.getAttribute('id'));
});

describe('a lead', () => {
  it('is routed from its email; another program changes the reply, which is sent as edited', async () => {
    await goTo(page, 'inbound-leads');
    const modal = await routeLead(page, 'Licences for our software engineering course');
    const body = modal.getByRole('textbox', { name: 'Message' });
    expect(await body.inputValue()).toContain(mailbox);

    await modal.getByRole('combobox', { name: 'Choose a program' }).selectOption('startups');
    await until(async () => (await body.inputValue()).includes(mailboxOf('startups')));
    await body.fill('Hello, as *edited* <here>.');
    await modal.getByRole('button', { name: 'Send me this' }).click();
    await modal.waitFor({ state: 'detached' });

    await goTo(page, 'Program Route');
    await page.getByRole('tab', { name: 'Messages' }).click();
    expect(await lastMessage(page).innerText()).toContain('Hello, as *edited* <here>.');
  });

  it('can be pasted text in a conversation that the bot is not in', async () => {
    await goTo(page, 'Tom Weiss');
    const modal = await routeLead(page, 'Application pending for three weeks');

    expect(await modal.innerText()).toContain(`The applicant writes to ${mailbox}`);
  });

  it('that is not ours is told apart', async () => {
    await goTo(page, 'inbound-leads');
    const modal = await routeLead(page, 'Invoice 20417 was paid twice');

    expect(await modal.innerText()).toContain(`ask in ${TEAM_CHANNEL}`);
    expect(await modal.getByRole('button', { name: 'Send me this' }).count()).toBe(0);
  });
});

it.each([
  { host: 'elsewhere.example' },
  { origin: 'http://elsewhere.example' },
  { origin: 'null' },
])('hears nobody but its own page: %j', async (headers) => {
  const sent = request(`${playground.url}/acts/say`, { method: 'POST', headers });
  sent.end(JSON.stringify({ user: 'U0ANA', channel: 'C0FIELD', text: 'from elsewhere' }));
  const [response] = (await once(sent, 'response')) as [IncomingMessage];

  expect(response.statusCode).toBe(403);
  expect(await page.getByText('from elsewhere').count()).toBe(0);
});

it('shows what a user typed as text, whatever it looks like', async () => {
  const typed =
    '<https://elsewhere.example|x> <!channel> *no* <img src=https://elsewhere.example/x.png> &amp;';
  await write(page, typed);
  const message = lastMessage(page);
  await message.getByText('<!channel>').waitFor();

  expect(await message.innerText()).toContain('<https://elsewhere.example|x> <!channel> *no* <img');
  expect(await message.getByRole('link', { name: 'x', exact: true }).count()).toBe(0);
});
