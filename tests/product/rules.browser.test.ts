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
const subject = 'Water next to the lamp';
const soon = { timeout: 15_000 };

describe('The rules of the settings, on the running product', function () {
  this.timeout(120_000);
  let dataDir: string;
  let product: RunningProduct;
  let browser: Browser;
  let api: TestApi;
  let page: Page;
  let faults: string[];

  before(async () => {
    mkdirSync(artifacts, { recursive: true });
    dataDir = mkdtempSync(path.join(tmpdir(), 'handyconnect-rules-'));
    product = new RunningProduct({ dataDir, port: await freePort() });
    await product.ready();
    api = await signIn(product.url, 'admin');
    browser = await openBrowser();
    await write(subject, 'It drips along the cable.');
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

  async function write(title: string, text: string): Promise<void> {
    const from = { name: 'Nadia Haddad', email: 'nadia.haddad@example.com' };
    await api.sandbox('writeMail', { body: { from, to: 'support@contoso.example', subject: title, body: text } });
  }

  async function caseCalled(title: string) {
    return eventually(async () => {
      const { items } = await api.call('listCases', { query: { q: title } });
      return items.find((each) => each.subject === title);
    });
  }

  async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
    for (const deadline = Date.now() + 15_000; Date.now() < deadline; ) {
      const found = await look();
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('It did not come to pass.');
  }

  async function open(person: RegExp, { width = 1440, theme = 'light', place = '' } = {}): Promise<void> {
    faults = [];
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    page = await context.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 412/.test(message.text())) faults.push(message.text());
    });
    await page.goto(`${product.url}/tab/?page=settings&part=rules${place}&theme=${theme}`);
    await page.getByRole('button', { name: person }).click();
    await page.getByRole('heading', { name: 'Rules', level: 1 }).waitFor(soon);
  }

  async function shot(name: string): Promise<void> {
    await page.screenshot({ path: path.join(artifacts, `${name}.png`), fullPage: true });
  }

  async function axeViolations(): Promise<string[]> {
    await page.evaluate(readFileSync(axePath, 'utf8'));
    const results: AxeResults = await page.evaluate('axe.run({ exclude: ["[data-tabster-dummy]"] })');
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  }

  const choose = (label: string, option: string) => page.getByLabel(label, { exact: true }).selectOption(option);

  async function type(label: string, ...values: string[]): Promise<void> {
    for (const value of values) {
      await page.getByLabel(label, { exact: true }).fill(value);
      await page.keyboard.press('Enter');
    }
  }

  it('builds a rule, tests it, saves it, and the next mail feels it', async () => {
    const { number } = await caseCalled(subject);
    await open(/Alex Admin/);
    await page.getByRole('button', { name: 'Add a rule' }).click();
    await page.getByLabel('Name of the rule').fill('Water near electrics');
    await page.getByRole('button', { name: 'Add a condition', exact: true }).click();
    await choose('Field of condition 1', 'Mail: text');
    await choose('Operator of condition 1', 'contains a word of');
    await type('Value of condition 1', 'cable', 'socket');
    await page.getByRole('button', { name: 'Add a group', exact: true }).click();
    await choose('Field of condition 2.1', 'Subject');
    await choose('Operator of condition 2.1', 'contains');
    await page.getByLabel('Value of condition 2.1').fill('ceiling');
    await page.getByRole('button', { name: 'Add a condition to group 2' }).click();
    await choose('Field of condition 2.2', 'Status');
    await choose('Operator of condition 2.2', 'is any of');
    await choose('Value of condition 2.2', 'New');
    await choose('Action 1', 'Raise priority to');
    await choose('Value of action 1', 'Critical');
    await page.getByRole('button', { name: 'Action', exact: true }).click();
    await page.getByText('“Water near electrics” needs something to do in action 2.').waitFor(soon);
    await type('Value of action 2', 'electrics');

    await page.getByLabel('Number of a case').fill(number);
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await page.getByText(`It would act on ${number}.`).waitFor(soon);
    const first = page.getByRole('group', { name: 'Group 2' });
    // The group holds, its first condition does not, its second does.
    assert.equal(await first.getByRole('img', { name: 'true on the tested case', exact: true }).count(), 2);
    assert.equal(await first.getByRole('img', { name: 'not true on the tested case' }).count(), 1);
    await shot('rules-one-case');

    await page.getByRole('tab', { name: 'Past cases' }).click();
    await page.getByRole('button', { name: 'Play past cases' }).click();
    await page.getByText('of 1 case would have fired').waitFor(soon);
    await page.getByRole('link', { name: number }).waitFor(soon);
    await shot('rules-past-cases');

    await page.getByLabel('Rule “Water near electrics” is on').check();
    await page.getByRole('button', { name: 'Save 1 change' }).click();
    await page.getByText('Saved. The rules are in force').waitFor(soon);
    await write('Socket in the bath is wet', 'The socket is wet.');
    const hit = await eventually(async () => {
      const found = await caseCalled('Socket in the bath is wet');
      return found.tags.includes('electrics') ? found : undefined;
    });
    assert.equal(hit.priority, 'critical');
    await page.goto(`${product.url}/tab/?case=${hit.number}`);
    await page.getByRole('button', { name: /Alex Admin/ }).click();
    await page.getByRole('heading', { name: 'Socket in the bath is wet' }).waitFor(soon);
    await page.getByText('electrics').first().waitFor(soon);
  });

  it('says plainly when somebody else saved in between, and keeps the work', async () => {
    await open(/Alex Admin/);
    await page.getByRole('button', { name: /^1 / }).first().click();
    await page.getByLabel('Name of the rule').fill('Complaints, mine');
    await page.getByRole('button', { name: 'Move down' }).click();
    const { headers } = await fetch(`${product.url}/api/settings/rules`, {
      headers: { authorization: `Bearer ${api.token}` },
    });
    const ifMatch = (headers.get('etag') ?? '').replaceAll('"', '');
    const theirs = await api.call('readRules', {});
    await api.call('writeRules', { body: { ...theirs, timezone: 'Europe/Berlin' }, ifMatch });
    await page.getByRole('button', { name: 'Save 2 changes' }).click();
    await page.getByText('Somebody changed the rules while you did.').waitFor(soon);
    assert.equal(await page.getByLabel('Name of the rule').inputValue(), 'Complaints, mine');
    await shot('rules-conflict');
    await page.getByRole('button', { name: 'Replace theirs with mine' }).click();
    await page.getByText('Saved. The rules are in force').waitFor(soon);
    const { rules } = await api.call('readRules', {});
    assert.equal(rules[1]?.name, 'Complaints, mine');
  });

  it('lets a manager read and test, and change nothing', async () => {
    const rule = (await api.call('readRules', {})).rules.find(({ name }) => name === 'Water near electrics');
    await open(/Sofia Marin/, { place: `&rule=${rule?.id}` });
    assert.equal(await page.getByLabel('Name of the rule').isDisabled(), true);
    assert.equal(await page.getByRole('button', { name: 'Add a rule' }).count(), 0);
    assert.equal(await page.getByRole('button', { name: /^Save/ }).count(), 0);
    await page.getByRole('tab', { name: 'Past cases' }).click();
    await page.getByRole('button', { name: 'Play past cases' }).click();
    await page.getByText('cases would have fired').waitFor(soon);
    await page.getByRole('tab', { name: 'Firings' }).click();
    await page.getByText('1 firing in 30 days, 1 today').waitFor(soon);
    const { number } = await caseCalled('Socket in the bath is wet');
    await page.getByRole('link', { name: number }).waitFor(soon);
    await shot('rules-firings');
  });

  it('has no accessibility fault in any theme and on the phone', async () => {
    const rule = (await api.call('readRules', {})).rules.find(({ name }) => name === 'Water near electrics');
    const { number } = await caseCalled(subject);
    for (const [theme, width] of [
      ['light', 1440],
      ['dark', 1440],
      ['contrast', 1440],
      ['light', 400],
    ] as const) {
      await open(/Alex Admin/, { theme, width, place: `&rule=${rule?.id}` });
      await page.getByRole('button', { name: number }).click();
      await page.getByText(`It would act on ${number}.`).waitFor(soon);
      await page.waitForTimeout(300);
      await shot(`rules-${theme}-${width}`);
      assert.deepEqual(await axeViolations(), [], `${theme} ${width}`);
      assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth')) <= width, 'no sideways scroll');
      await page.context().close();
    }
  });
});
