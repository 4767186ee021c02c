import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/chromium.ts';
import { freePort, RunningProduct } from '../support/product.ts';

const artifacts = fileURLToPath(new URL('../.artifacts', import.meta.url));
const subject = 'Lift stuck between floors 2 and 3';

/** Within two seconds is the promise; the rest is for a busy machine that also paints three pages. */
const soon = { timeout: 10_000 };

describe("A customer's mail, seen by people", function () {
  this.timeout(120_000);
  let dataDir: string;
  let product: RunningProduct;
  let browser: Browser;
  let playground: Page;
  let tab: Page;
  let sandbox: Page;

  before(async () => {
    mkdirSync(artifacts, { recursive: true });
    dataDir = mkdtempSync(path.join(tmpdir(), 'handyconnect-path-'));
    const port = await freePort();
    product = new RunningProduct({ dataDir, port });
    const places = await product.open();
    browser = await openBrowser();
    const open = async (url: string, width: number) => {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      // Nothing outside this machine is reached; a page that tries would wait for it.
      await page.route(/^https?:\/\/(?!localhost|127\.0\.0\.1)/, (route) => route.abort());
      await page.goto(url);
      return page;
    };
    const url = `http://localhost:${port}`;
    playground = await open(places.playground, 1300);
    await playground.getByText('General').first().click();
    tab = await open(`${url}/tab/`, 1440);
    await tab.getByRole('button', { name: /Jonas Weber/ }).click();
    await tab.getByText('No mail has arrived yet').waitFor(soon);
    sandbox = await open(`${url}/sandbox/`, 1440);
  });

  after(async () => {
    await browser?.close();
    await product?.kill();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('written in the sandbox appears as a card, as a row and in the pane', async () => {
    await sandbox.getByLabel('From').fill('Ingrid Solberg <ingrid.solberg@example.com>');
    await sandbox.getByLabel('Subject').fill(subject);
    await sandbox.getByLabel('Text').fill('Nobody is inside. The emergency phone does not answer. Who is coming?');
    await sandbox.getByRole('button', { name: /^Send as/ }).click();
    const sentMs = Date.now();
    await Promise.all([
      tab.getByText(subject).first().waitFor(soon),
      playground.locator('.ac-adaptiveCard', { hasText: subject }).waitFor(soon),
      sandbox.getByText('HC-1001').first().waitFor(soon),
    ]);
    assert.ok(Date.now() - sentMs < soon.timeout);
    await sandbox.getByText(subject).first().click();
    const pane = sandbox.frameLocator('iframe[title*="HandyConnect"]');
    await pane.getByRole('heading', { name: subject }).waitFor(soon);
    await pane.getByText('HC-1001').first().waitFor(soon);
    await sandbox.screenshot({ path: path.join(artifacts, 'path-sandbox.png') });
  });

  it('taken on the card is taken on the tab and in the pane', async () => {
    await playground.getByRole('button', { name: 'Take it' }).click();
    await tab
      .getByRole('row', { name: /In progress/ })
      .first()
      .waitFor(soon);
    await tab.getByText('Jonas Weber').nth(1).waitFor(soon);
    await playground.locator('.ac-adaptiveCard', { hasText: /Jonas Weber/ }).waitFor(soon);
    const pane = sandbox.frameLocator('iframe[title*="HandyConnect"]');
    await pane.getByText('In progress').first().waitFor(soon);
    await tab.screenshot({ path: path.join(artifacts, 'path-tab.png') });
    await playground.screenshot({ path: path.join(artifacts, 'path-playground.png') });
  });

  it('is read with its conversation on the case page', async () => {
    await tab.getByText(subject).first().click();
    await tab.getByRole('heading', { name: subject }).waitFor(soon);
    await tab.getByText('The emergency phone does not answer').first().waitFor(soon);
    await tab.screenshot({ path: path.join(artifacts, 'path-case.png') });
  });
});
