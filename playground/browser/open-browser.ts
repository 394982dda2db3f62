import type { Browser } from 'playwright-core';
import { findBrowser } from './find-browser';
import { requireForBrowser } from './require-for-browser';

/** Turns off background requests. Turns off the sandbox for root, as in a container. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** Starts a headless Chromium with an empty profile. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, env } = await findBrowser();
  const { chromium } = requireForBrowser('playwright-core') as typeof import('playwright-core');
  return chromium.launch({
    executablePath,
    args: FLAGS,
    headless: true,
    env: { ...process.env, ...env },
  });
}
