import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { signIn, type TestApi } from './api.ts';
import { axeViolations } from './axe.ts';
import { openBrowser } from './chromium.ts';
import { freePort, RunningProduct } from './product.ts';

const artifacts = fileURLToPath(new URL('../.artifacts', import.meta.url));

/** Patience with a busy machine; a page is usually there in a tenth of it. */
export const soon = { timeout: 15_000 };

/** The looks every page is checked in. */
const looks = [
  { theme: 'light', width: 1440 },
  { theme: 'dark', width: 1440 },
  { theme: 'contrast', width: 1440 },
  { theme: 'light', width: 400 },
] as const;

/** Resolves when no transition runs any more, such as those that follow a change of theme. What runs on and on is not waited for. */
const atRest = `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))).then(() =>
  Promise.allSettled(document.getAnimations()
    .filter(({ effect }) => effect.getComputedTiming().endTime < 1_000)
    .map(({ finished }) => finished)))`;

export interface Look {
  /** Null: as the browser wants it. */
  theme?: 'light' | 'dark' | 'contrast' | null;
  /** Of the window, in pixels. */
  width?: number;
  /** The button of the sign-in page. */
  who?: RegExp;
}

/** The tab of a running product, one page at a time. */
export class TabPage {
  product!: RunningProduct;
  /** Signed in with the role the suite asked for. */
  api!: TestApi;
  page!: Page;
  browser!: Browser;
  readonly #faults: string[] = [];
  readonly #who: RegExp;

  constructor(who: RegExp) {
    this.#who = who;
  }

  /** Opens `/tab/` and this address, such as `?case=HC-1001`, in a fresh browser context, and signs in. */
  async open(address: string, { width = 1440, theme = 'light', who = this.#who }: Look = {}): Promise<Page> {
    await this.close();
    const context = await this.browser.newContext({ viewport: { width, height: 900 }, timezoneId: 'Europe/Berlin' });
    this.page = await context.newPage();
    this.page.on('pageerror', (error) => this.#faults.push(error.message));
    this.page.on('console', (message) => {
      // The browser itself reports every answer 4xx; somebody having
      // been faster, and a field being refused, are things these pages are tested for.
      if (message.type() === 'error' && !/status of (409|412|422)/.test(message.text()))
        this.#faults.push(message.text());
    });
    const look = theme === null ? '' : `${address === '' ? '?' : '&'}theme=${theme}`;
    await this.page.goto(`${this.product.url}/tab/${address}${look}`);
    await this.page.getByRole('button', { name: who }).click();
    await this.page.getByRole('navigation', { name: 'Pages' }).waitFor(soon);
    return this.page;
  }

  async close(): Promise<void> {
    await this.page?.context().close();
  }

  /** What the page complained of since it was last asked. */
  faults(): string[] {
    return this.#faults.splice(0);
  }

  async shot(name: string, { fullPage = false } = {}): Promise<void> {
    await this.page.screenshot({ path: path.join(artifacts, `${name}.png`), fullPage });
  }

  axeViolations(): Promise<string[]> {
    return axeViolations(this.page);
  }

  /**
   * Opens the page and holds it to, in every look: no accessibility fault, no sideways scroll. The page is opened once and
   * changes its look as it does on people's machines. `settle` brings it to the state meant.
   */
  async checkLooks(
    name: string,
    address: string,
    settle: (page: Page) => Promise<unknown>,
    who?: RegExp,
  ): Promise<void> {
    const page = await this.open(address, { theme: null, ...(who && { who }) });
    await settle(page);
    for (const { theme, width } of looks) {
      await page.setViewportSize({ width, height: 900 });
      const colorScheme = theme === 'dark' ? 'dark' : 'light';
      await page.emulateMedia({ colorScheme, contrast: theme === 'contrast' ? 'more' : 'no-preference' });
      await page.evaluate(atRest);
      await this.shot(`${name}-${theme}-${width}`);
      assert.deepEqual(await this.axeViolations(), [], `${theme} ${width}`);
      assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth')) <= width, 'no sideways scroll');
    }
  }

  /** Writes a mail to the support mailbox through the sandbox, from `Name <address>`. */
  async write(from: string, title: string, text: string): Promise<void> {
    const [, name = '', email = ''] = /^(.*) <(.*)>$/.exec(from) ?? [];
    await this.api.sandbox('writeMail', {
      body: { from: { name, email }, to: 'support@contoso.example', subject: title, body: text },
    });
  }

  /** Waits for the case with this subject. */
  caseCalled(title: string) {
    return eventually(async () => {
      const { items } = await this.api.call('listCases', { query: { q: title } });
      return items.find((each) => each.subject === title);
    });
  }
}

/** Asks again until there is an answer. @throws after 15 s */
export async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (const deadline = Date.now() + soon.timeout; Date.now() < deadline; ) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It did not come to pass.');
}

const people = { agent: /Agent: works on cases/, manager: /Sofia Marin/, admin: /Alex Admin/ };

/**
 * Starts a product and a browser around the suite it is called in, and ends each test whose page complained as failed.
 * `environment` holds settings of the product.
 */
export function useTab(role: keyof typeof people, environment: Record<string, string> = {}): TabPage {
  const tab = new TabPage(people[role]);
  let dataDir: string;
  before(async () => {
    mkdirSync(artifacts, { recursive: true });
    dataDir = mkdtempSync(path.join(tmpdir(), 'handyconnect-tab-'));
    tab.product = new RunningProduct({ dataDir, port: await freePort(), environment });
    await tab.product.ready();
    tab.api = await signIn(tab.product.url, role);
    tab.browser = await openBrowser();
  });
  after(async () => {
    await tab.browser?.close();
    await tab.product?.kill();
    rmSync(dataDir, { recursive: true, force: true });
  });
  afterEach(async () => {
    await tab.close();
    assert.deepEqual(tab.faults(), [], 'the page complained');
  });
  return tab;
}
