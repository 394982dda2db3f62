import type { Page } from 'playwright-core';

export interface Scene {
  readonly name: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly scheme: 'light' | 'dark';
  readonly play: (page: Page) => Promise<void>;
}

const SIZE = { width: 1160, height: 740 };

const QUESTION = 'whose name does a university account stay in?';

/** The screenshots for the README, each with the steps before it is taken. */
export const scenes: readonly Scene[] = [
  {
    name: 'answer',
    size: { ...SIZE, height: 640 },
    scheme: 'light',
    async play(page) {
      const field = page.getByRole('textbox', { name: 'Message #field-questions' });
      await field.fill(`/program-route ${QUESTION}`);
      await field.press('Enter');
      await page.getByText('Only visible to you').waitFor();
    },
  },
  {
    name: 'lead',
    size: SIZE,
    scheme: 'light',
    async play(page) {
      await goTo(page, 'inbound-leads');
      const lead = page.getByRole('article').filter({ hasText: 'Coupon code does not work' });
      await lead.hover();
      await lead.getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: 'Route this lead' }).click();
      await page.getByRole('dialog').getByRole('textbox').first().waitFor();
    },
  },
  {
    name: 'asking-back',
    size: SIZE,
    scheme: 'light',
    async play(page) {
      await page.getByRole('button', { name: /^@Program Route a professor has/ }).click();
      await page.getByRole('button', { name: 'Last reply' }).click();
      await page.getByRole('button', { name: 'None of these' }).waitFor();
    },
  },
  {
    name: 'home',
    size: SIZE,
    scheme: 'dark',
    async play(page) {
      await goTo(page, 'Program Route');
      await page.getByRole('heading', { name: 'The programs' }).waitFor();
    },
  },
];

async function goTo(page: Page, place: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Channels' })
    .getByRole('button', { name: place })
    .click();
}
