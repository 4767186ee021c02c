import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/chromium.ts';
import { FakeApi } from '../ui/fake-api.ts';
import { manySeeds, type Seed, seeds } from '../ui/fake-cases.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const smoke: Seed = {
  subject: 'Smoke in the stairwell',
  customer: 'Eva Lund',
  priority: 'critical',
  status: 'new',
  assignee: null,
  ageMinutes: 1,
};

/** A time zone in which it is the early afternoon, so that "later today" exists whenever the tests run. */
function afternoonZone(): string {
  const behind = ((new Date().getUTCHours() - 14 + 36) % 24) - 12;
  return `Etc/GMT${behind >= 0 ? '+' : ''}${behind}`;
}

describe('The tab in a browser', function () {
  this.timeout(60_000);
  const api = new FakeApi();
  let browser: Browser;
  let page: Page;
  let faults: string[];

  before(async () => {
    await api.start();
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await api.stop();
  });
  beforeEach(() => {
    api.fill([...seeds, ...manySeeds(130)]);
    api.broken = null;
    faults = [];
  });
  afterEach(async () => {
    await page.context().close();
    assert.deepEqual(faults, [], 'the page complained');
  });

  async function open(address = '', { width = 1440, height = 900, theme = 'light' } = {}): Promise<void> {
    const context = await browser.newContext({ viewport: { width, height }, timezoneId: afternoonZone() });
    page = await context.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      const expected = /status of (412|503)/.test(message.text());
      if (message.type() === 'error' && !expected) faults.push(message.text());
    });
    await page.goto(`${api.url}/tab/${address}${address === '' ? '?' : '&'}theme=${theme}`);
    await page.getByRole('button', { name: /Jonas Weber/ }).click();
    await page.getByRole('link', { name: 'Cases', exact: true }).waitFor();
  }

  const row = (number: string) => page.locator(`[data-case="${number}"]`);

  /** All of it but Fluent's own focus sentinels, which are hidden and never stay focused. */
  async function axeViolations(): Promise<string[]> {
    await page.evaluate(await readFile(axePath, 'utf8'));
    const results: AxeResults = await page.evaluate(
      'axe.run({ exclude: ["[data-tabster-dummy]"] }, { iframes: false })',
    );
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  }

  describe('shows the cases', () => {
    it('in groups by the clock that runs out next, with exact counts', async () => {
      await open();
      await page.getByText('145 cases').waitFor();
      const overdue = page.getByRole('row').filter({ hasText: /^Overdue3$/ });
      await overdue.waitFor();
      const views = page.getByRole('navigation', { name: 'Saved views' });
      await views.getByRole('link', { name: 'Unassigned 5' }).waitFor();
      assert.match((await row('HC-1002').textContent()) ?? '', /1h 1\dm over/);
    });

    it('but mounts only the rows in view, and fetches further pages on the way down', async () => {
      await open();
      await row('HC-1002').waitFor();
      assert.ok((await page.locator('[data-case]').count()) < 50);
      const grid = page.getByRole('grid');
      assert.equal(await grid.getAttribute('aria-rowcount'), '146');
      await grid.focus();
      await page.keyboard.press('End');
      await page.waitForTimeout(400);
      await page.keyboard.press('End');
      await row('HC-1015').waitFor();
      assert.ok((await page.locator('[data-case]').count()) < 50);
    });

    it('without an accessibility fault in light, dark, contrast and on the phone', async () => {
      for (const theme of ['light', 'dark', 'contrast']) {
        await open('', { theme });
        await row('HC-1002').waitFor();
        assert.deepEqual(await axeViolations(), [], theme);
        await page.context().close();
      }
      await open('', { width: 400, height: 820 });
      await row('HC-1002').waitFor();
      assert.deepEqual(await axeViolations(), [], 'phone');
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 400);
    });

    it('that fit a filter, said as text, as chips and in the address', async () => {
      await open('?status=new&priority=high');
      await page.getByText('2 cases').waitFor();
      const query = page.getByRole('textbox', { name: 'Filter query' });
      assert.equal(await query.inputValue(), 'status:new priority:high');
      await page.getByRole('button', { name: 'Remove the filter Priority' }).click();
      await page.getByText('5 cases').waitFor();
      await page.keyboard.press('f');
      await query.fill('status:in_progress elevator');
      await query.press('Enter');
      await page.getByText('No case fits').waitFor();
      assert.match(page.url(), /\?status=in_progress&q=elevator$/);
    });

    it('or says how the first case comes about', async () => {
      api.fill([]);
      await open();
      await page.getByText('No mail has arrived yet').waitFor();
      assert.equal(await page.getByRole('link', { name: 'Open sandbox' }).getAttribute('href'), '/sandbox/');
    });

    it('or says in place why not, with the request, and tries again', async () => {
      api.broken = '/api/cases';
      await open();
      await page.getByText('The cases were not loaded.').waitFor();
      await page.getByText('Request 7f2c-91ab').waitFor();
      api.broken = null;
      await page.getByRole('button', { name: 'Try again' }).click();
      await row('HC-1002').waitFor();
    });
  });

  describe('follows changes', () => {
    it('by letting new cases in at the top while nobody is in the list', async () => {
      await open();
      await row('HC-1002').waitFor();
      await page.waitForTimeout(300);
      const number = api.open(smoke);
      await row(number).waitFor({ timeout: 2000 });
    });

    it('by collecting new cases while somebody works in the list', async () => {
      await open();
      await row('HC-1002').waitFor();
      await page.keyboard.press('j');
      const number = api.open(smoke);
      await page.getByRole('button', { name: '1 new case above' }).waitFor({ timeout: 2000 });
      assert.equal(await row(number).count(), 0);
      await page.keyboard.press('.');
      await row(number).waitFor();
    });

    it('inside the row, and keeps a row that left the view in its place', async () => {
      await open();
      await row('HC-1005').waitFor();
      const before = await row('HC-1005').boundingBox();
      api.change('HC-1005', { status: 'resolved' }, 'ana');
      await row('HC-1005').getByText('left this view').waitFor({ timeout: 2000 });
      assert.deepEqual(await row('HC-1005').boundingBox(), before);
      await page.getByText('144 cases').waitFor();
    });

    it('on the open case', async () => {
      await open('?case=HC-1004');
      await page.getByRole('button', { name: /^Assignee: Jonas Weber/ }).waitFor();
      api.change('HC-1004', { assignee: 'ana' }, 'ana');
      await page.getByRole('button', { name: /^Assignee: Ana Ruiz/ }).waitFor({ timeout: 2000 });
      await page.getByText('Assigned to Ana Ruiz by Ana Ruiz').waitFor();
    });
  });

  describe('is worked with the keyboard alone', () => {
    it('from row to case and back to the same row', async () => {
      await open();
      await row('HC-1002').waitFor();
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      const title = page.getByRole('heading', { level: 1, name: 'No heating in four flats, Linden Court 9' });
      await title.waitFor();
      await page.waitForFunction('document.activeElement?.tagName === "H1"');
      assert.match(page.url(), /\?case=HC-1001$/);
      await page.keyboard.press(']');
      await page.getByRole('heading', { name: 'All webhooks failing with 502 since 13:05' }).waitFor();
      await page.keyboard.press('[');
      await title.waitFor();
      await page.keyboard.press('Escape');
      await row('HC-1001').waitFor();
      const active = await page.getByRole('grid').getAttribute('aria-activedescendant');
      assert.equal(active, await row('HC-1001').getAttribute('id'));
    });

    it('with a list of its keys', async () => {
      await open();
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keys' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.keyboard.press('/');
      await page.keyboard.type('umlauts');
      await page.keyboard.press('Enter');
      await page.getByText('1 case', { exact: true }).waitFor();
    });
  });

  describe('shows one case', () => {
    it('without an accessibility fault in light, dark, contrast and on the phone', async () => {
      for (const theme of ['light', 'dark', 'contrast']) {
        await open('?case=HC-1004', { theme });
        await page.getByText('Who is coming, and when?').waitFor();
        assert.deepEqual(await axeViolations(), [], theme);
        await page.context().close();
      }
      await open('?case=HC-1004', { width: 400, height: 820 });
      await page.getByText('Who is coming, and when?').waitFor();
      assert.deepEqual(await axeViolations(), [], 'phone');
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 400);
    });

    it('with the clock counting, why the mail is here, and why the analyst says so', async () => {
      await open('?case=HC-1004');
      await page.getByText(/^1[78]:\d\d$/).waitFor();
      await page.getByRole('button', { name: 'why here' }).click();
      await page.getByText('Its In-Reply-To names our mail, which is on this case.').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'why', exact: true }).click();
      await page.getByText('“water”, “lamp” near each other').waitFor();
    });

    it('and its original mail behind glass', async () => {
      await open('?case=HC-1004');
      await page.getByRole('button', { name: 'Show original' }).first().click();
      const frame = page.getByTitle('Original mail of Nadia Haddad');
      await frame.contentFrame().getByText('I have a baby here').waitFor();
      const sandbox = (await frame.getAttribute('sandbox')) ?? '';
      assert.ok(!sandbox.includes('allow-scripts'), sandbox);
    });

    it('and changes it, with ten seconds to take that back', async () => {
      await open('?case=HC-1004');
      await page.getByRole('button', { name: /^Priority: Urgent/ }).waitFor();
      await page.keyboard.press('p');
      await page.getByRole('menuitemradio', { name: 'High' }).click();
      await page.getByText('HC-1004: priority High').waitFor();
      assert.equal(api.cases[3]?.base.priority, 'high');
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByRole('button', { name: /^Priority: Urgent/ }).waitFor();
      assert.equal(api.cases[3]?.base.priority, 'urgent');
    });

    it('and says who was faster, what is there now, and what was wanted', async () => {
      await open('?case=HC-1006');
      await page.getByRole('button', { name: /^Status: In progress/ }).waitFor();
      api.change('HC-1006', { status: 'awaiting_customer' }, 'ana', true);
      await page.keyboard.press('s');
      await page.getByRole('menuitemradio', { name: 'Resolved' }).click();
      const dialog = page.getByRole('alertdialog', { name: 'Ana changed HC-1006 while you did' });
      await dialog.getByRole('row', { name: 'Status Awaiting customer Resolved' }).waitFor();
      await page.waitForTimeout(400);
      assert.deepEqual(await axeViolations(), []);
      await dialog.getByRole('button', { name: 'Set Resolved anyway' }).click();
      await page.getByRole('button', { name: /^Status: Resolved/ }).waitFor();
      assert.equal(api.cases[5]?.base.status, 'resolved');
    });

    it('or that there is none of that number', async () => {
      api.fill([]);
      await open('?case=HC-9');
      await page.getByRole('heading', { name: 'There is no such case' }).waitFor();
      faults = faults.filter((fault) => !fault.includes('404'));
    });
  });

  it('keeps the token out of the address and of every storage', async () => {
    await open();
    await row('HC-1002').waitFor();
    const kept = await page.evaluate('JSON.stringify([location.href, localStorage, sessionStorage, document.cookie])');
    assert.doesNotMatch(String(kept), /token|eyJ/);
  });
});
