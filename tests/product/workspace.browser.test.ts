import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { signIn, type TestApi } from '../support/api.ts';
import { openBrowser } from '../support/chromium.ts';
import { freePort, RunningProduct } from '../support/product.ts';

const artifacts = fileURLToPath(new URL('../.artifacts', import.meta.url));
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const subject = 'Water is coming through the ceiling';
const soon = { timeout: 15_000 };

describe('The workspace, on the running product', function () {
  this.timeout(120_000);
  let dataDir: string;
  let product: RunningProduct;
  let browser: Browser;
  let api: TestApi;
  let page: Page;
  let faults: string[];

  before(async () => {
    mkdirSync(artifacts, { recursive: true });
    dataDir = mkdtempSync(path.join(tmpdir(), 'handyconnect-workspace-'));
    product = new RunningProduct({ dataDir, port: await freePort() });
    await product.ready();
    api = await signIn(product.url, 'manager');
    browser = await openBrowser();
    await write('Nadia Haddad <nadia.haddad@example.com>', subject, 'It drips into the kitchen. Who is coming?');
    await caseCalled(subject);
  });
  after(async () => {
    await browser?.close();
    await product?.kill();
    rmSync(dataDir, { recursive: true, force: true });
  });
  afterEach(async () => {
    await page?.context().close();
    assert.deepEqual(faults, [], 'the page complained');
  });

  async function write(from: string, title: string, text: string): Promise<void> {
    const [, name = '', email = ''] = /^(.*) <(.*)>$/.exec(from) ?? [];
    await api.sandbox('writeMail', {
      body: { from: { name, email }, to: 'support@contoso.example', subject: title, body: text },
    });
  }

  async function caseCalled(title: string) {
    for (const deadline = Date.now() + 15_000; Date.now() < deadline; ) {
      const { items } = await api.call('listCases', { query: { q: title } });
      const found = items.find((each) => each.subject === title);
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`No case "${title}" appeared.`);
  }

  async function open(address: string, { width = 1440, theme = 'light' } = {}): Promise<void> {
    faults = [];
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    page = await context.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 409/.test(message.text())) faults.push(message.text());
    });
    await page.goto(`${product.url}/tab/${address}${address === '' ? '?' : '&'}theme=${theme}`);
    await page.getByRole('button', { name: /Sofia Marin/ }).click();
    await page.getByRole('navigation', { name: 'Pages' }).waitFor(soon);
  }

  async function shot(name: string): Promise<void> {
    await page.screenshot({ path: path.join(artifacts, `${name}.png`) });
  }

  async function axeViolations(): Promise<string[]> {
    await page.evaluate(readFileSync(axePath, 'utf8'));
    const results: AxeResults = await page.evaluate(
      'axe.run({ exclude: ["[data-tabster-dummy]"] }, { iframes: false })',
    );
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  }

  it('lets an agent answer, says who would read it, and takes the answer back', async () => {
    const { number } = await caseCalled(subject);
    await open(`?case=${number}`);
    await page.getByRole('button', { name: 'Reply', exact: true }).click();
    await page.getByText('Same person as the last mail').waitFor(soon);
    await page.getByLabel('Reply to the customer').fill('A plumber will be there before noon.');
    await page.getByLabel('Add to Cc').fill('someone.else@example.org');
    await page.keyboard.press('Enter');
    await page.getByText('Recipient guard:').waitFor(soon);
    const send = page.getByRole('button', { name: 'Send to 2, set Awaiting customer' });
    assert.equal(await send.getAttribute('aria-disabled'), 'true');
    await shot('composer-guard');
    await page.getByLabel('I mean it').check();
    await send.click();
    await page.getByText('Sending to Nadia Haddad and 1 other').waitFor(soon);
    await page.locator('article').getByText('A plumber will be there before noon.').waitFor(soon);
    await shot('composer-sent');
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await page
      .locator('article')
      .getByText('A plumber will be there')
      .waitFor({ state: 'detached', ...soon });
    assert.equal(await page.getByLabel('Reply to the customer').inputValue(), 'A plumber will be there before noon.');
  });

  it('keeps notes inside', async () => {
    const { number, id } = await caseCalled(subject);
    await open(`?case=${number}`);
    await page.getByRole('heading', { name: subject }).waitFor(soon);
    await page.keyboard.press('n');
    await page.getByLabel('Internal note', { exact: true }).fill('The caretaker has a key.');
    await page.keyboard.press('Control+Enter');
    await page.locator('article').getByText('The caretaker has a key.').waitFor(soon);
    const { items } = await api.call('listMessages', { params: { id } });
    assert.equal(items.at(-1)?.direction, 'note');
  });

  it('moves a mail that landed on the wrong case, and back', async () => {
    await write('Owen Park <owen.park@example.com>', 'Meter reading', 'It says 4711.');
    const { number } = await caseCalled('Meter reading');
    await open(`?case=${number}`);
    await page.getByRole('button', { name: 'What to do with the mail of Owen Park' }).click();
    await page.getByRole('menuitem', { name: 'Move to another case…' }).click();
    await page.getByRole('searchbox', { name: 'Number or words of the case' }).fill('ceiling');
    await page.getByRole('dialog').getByText(subject).click();
    await page.getByText(/^Mail moved to/).waitFor(soon);
    await page
      .locator('article')
      .getByText('It says 4711.')
      .waitFor({ state: 'detached', ...soon });
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await page.locator('article').getByText('It says 4711.').waitFor(soon);
  });

  it('shows the fate of every mail, with its record', async () => {
    await open('?page=operations');
    await page.getByRole('heading', { name: 'Mail fates' }).waitFor(soon);
    await page.getByRole('button', { name: `Record of “${subject}”` }).click();
    await page.getByText('Noted', { exact: true }).waitFor(soon);
    await shot('fates');
    await page.getByRole('link', { name: 'HC-1001' }).first().click();
    await page.getByRole('heading', { name: subject }).waitFor(soon);
  });

  for (const [name, address, ready] of [
    ['fates', '?page=operations', 'Mail fates'],
    ['composer', '?case=HC-1001', subject],
  ] as const) {
    it(`has no accessibility fault on ${name}, in any theme and on the phone`, async () => {
      for (const [theme, width] of [
        ['light', 1440],
        ['dark', 1440],
        ['contrast', 1440],
        ['light', 400],
      ] as const) {
        await open(address, { theme, width });
        await page.getByRole('heading', { name: ready }).waitFor(soon);
        if (name === 'composer') await page.getByRole('button', { name: 'Reply', exact: true }).click();
        else
          await page
            .getByRole('button', { name: /^Record of/ })
            .first()
            .click();
        await page.waitForTimeout(700);
        await shot(`${name}-${theme}-${width}`);
        assert.deepEqual(await axeViolations(), [], `${theme} ${width}`);
        assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth')) <= width, 'no sideways scroll');
        await page.context().close();
      }
    });
  }
});
