import type { Locator, Page } from 'playwright-core';

/** What a visitor does, by what they see. */

export async function goTo(page: Page, place: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Channels' })
    .getByRole('button', { name: place })
    .click();
}

export async function be(page: Page, person: string): Promise<void> {
  await page.getByRole('group', { name: 'You are' }).getByRole('button', { name: person }).click();
}

/** Writes into the field of the open channel and sends it. */
export async function write(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: /^Message / });
  await field.fill(text);
  await field.press('Enter');
}

/** Waits for what has no element of its own. */
export async function until(holds: () => Promise<boolean>, patienceMs = 60_000): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`It did not come true: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

export function lastMessage(page: Page): Locator {
  return page.getByRole('log', { name: 'Messages' }).getByRole('article').last();
}

/** The newest message that only the visitor sees, once there is one more than before. */
export async function privateReply(page: Page, act: () => Promise<void>): Promise<Locator> {
  const replies = page.getByRole('article').filter({ hasText: 'Only visible to you' });
  const before = await replies.count();
  await act();
  const reply = replies.nth(before);
  await reply.waitFor();
  return reply;
}

/** Opens the replies to the newest message that holds a text. */
export async function openThread(page: Page, text: string): Promise<Locator> {
  const message = page.getByRole('log', { name: 'Messages' }).getByRole('article');
  await message
    .filter({ hasText: text })
    .filter({ hasText: 'Last reply' })
    .last()
    .getByRole('button', { name: 'Last reply' })
    .click();
  return page.getByRole('complementary', { name: 'Thread' });
}

/** "Route this lead" on the message that holds a text. */
export async function routeLead(page: Page, text: string): Promise<Locator> {
  const message = page.getByRole('article').filter({ hasText: text }).first();
  await message.hover();
  await message.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Route this lead' }).click();
  return page.getByRole('dialog', { name: 'Route this lead' });
}
