import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import { PROJECT } from '../../src/loader/paths';
import { openBrowser } from '../browser/open-browser';
import { startPlayground } from '../host/start-playground';
import { type Scene, scenes } from './scenes';

const FOLDER = join(PROJECT, 'docs', 'pictures');

/** Takes every screenshot for the README, each on a new page. */
async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const browser = await openBrowser();
  try {
    for (const scene of scenes) await takeWithPlayground(browser, scene);
  } finally {
    await browser.close();
  }
}

/** Starts a new playground for each screenshot, so that they do not affect each other. */
async function takeWithPlayground(browser: Browser, scene: Scene): Promise<void> {
  const playground = await startPlayground({
    port: 0,
    mode: 'http',
    rules: join(PROJECT, 'rules'),
    log: pino({ level: 'silent' }),
    tell: () => undefined,
  });
  try {
    const page = await browser.newPage({ viewport: scene.size, colorScheme: scene.scheme });
    await page.goto(playground.url);
    await scene.play(page);
    await take(page, scene.name);
  } finally {
    await playground.stop();
  }
}

async function take(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  const path = join(FOLDER, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  await page.close();
  const kilobytes = Math.round(statSync(path).size / 1024);
  process.stdout.write(`docs/pictures/${name}.png, ${kilobytes} KB\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`Could not take the screenshots. ${String(error)}\n`);
  process.exitCode = 1;
});
