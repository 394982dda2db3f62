import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from '../../playground/browser/open-browser';

const SCRIPT = join(__dirname, '..', '..', 'scripts', 'playground.mjs');
/** A slow machine that is busy reads two megabytes of rules in several seconds. */
const PATIENCE_MS = 60_000;

/** A playground as `npm run playground` starts it, and a browser for its page. */
export interface Playground {
  readonly url: string;
  /** Opens the page afresh. */
  readonly visit: (options?: BrowserContextOptions) => Promise<Visit>;
  readonly stop: () => Promise<void>;
}

export interface Visit {
  readonly page: Page;
  /**
   * Closes the page.
   *
   * @throws Error where there were errors on the console or in the page, or requests to anywhere but this playground
   */
  readonly leave: () => Promise<void>;
}

export async function startPlayground(...args: readonly string[]): Promise<Playground> {
  const running = spawn(process.execPath, [SCRIPT, 'main', '--port', '0', ...args]);
  const [url, browser] = await Promise.all([addressOf(running), openBrowser()]);
  return {
    url,
    visit: (options) => visit(browser, url, options),
    async stop() {
      await browser.close();
      running.kill('SIGINT');
      const [code] = (await once(running, 'exit')) as [number | null];
      if (code !== 0) throw new Error(`Ctrl-C ended the playground with status ${code}.`);
    },
  };
}

/** The address in the line that the command prints. */
async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('The playground has no output.');
  for await (const line of createInterface(stdout)) {
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error('The playground ended without an address.');
}

async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(`${url}/`) && !address.startsWith('data:')) troubles.push(address);
  });
  await page.goto(url);
  // At phone width the list of channels is not in sight.
  await page.getByRole('main').waitFor();
  return { page, leave: () => leave(page, troubles) };
}

async function leave(page: Page, troubles: readonly string[]): Promise<void> {
  await page.context().close();
  if (troubles.length > 0) throw new Error(`The page had trouble:\n${troubles.join('\n')}`);
}
