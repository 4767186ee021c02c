import assert from 'node:assert/strict';
import { soon, useTab } from '../support/tab-page.ts';

const subjects = ['Boiler rattles', 'Boiler leaks', 'Boiler is cold', 'Gate stays open', 'Gate squeaks'];

describe('The case list, on the running product', function () {
  this.timeout(120_000);
  const tab = useTab('manager');
  const row = (subject: string) => tab.page.getByRole('row').filter({ hasText: subject });
  const bar = () => tab.page.getByRole('region', { name: 'Do to all that are selected' });
  const named = async (subject: string) => {
    const { items } = await tab.api.call('listCases', { query: { limit: 200 } });
    const found = items.find((each) => each.subject === subject);
    assert.ok(found, subject);
    return found;
  };

  before(async () => {
    for (const subject of subjects)
      await tab.api.call('createCase', {
        body: { subject, customer: { email: 'pat@example.com', name: 'Pat' }, priority: 'medium', tags: ['house 9'] },
        idempotencyKey: subject,
      });
  });

  it('does the same to what was picked with the keyboard, and takes it back', async () => {
    const page = await tab.open('?q=boiler&sort=number');
    await row('Boiler rattles').waitFor(soon);
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('Shift+ArrowDown');
    await bar().getByText('2 selected').waitFor(soon);
    assert.equal(await row('Boiler leaks').getAttribute('aria-selected'), 'true');
    await page.keyboard.press('p');
    await page.getByRole('menuitem', { name: 'Urgent' }).click();
    await page.getByText('Set 2 cases to priority Urgent.').waitFor(soon);
    assert.equal((await named('Boiler rattles')).priority, 'urgent');
    assert.equal((await named('Boiler is cold')).priority, 'medium');
    await page.keyboard.press('z');
    await page.getByText('Set 2 cases to priority Urgent.').waitFor({ state: 'detached', ...soon });
    assert.equal((await named('Boiler rattles')).priority, 'medium');
  });

  it('does it to everything that matches, and says what was refused and why', async () => {
    await tab.api.call('changeStatus', {
      params: { id: (await named('Gate squeaks')).id },
      body: { status: 'resolved' },
    });
    const page = await tab.open('?view=all&q=gate');
    await page.getByRole('heading', { name: 'All cases' }).waitFor(soon);
    await row('Gate squeaks').waitFor(soon);
    await page.getByRole('button', { name: 'Select the loaded cases' }).click();
    await bar().getByText('2 selected').waitFor(soon);
    await page.getByRole('grid').focus();
    await page.keyboard.press('Control+a');
    await bar().getByText('All 2 that match').waitFor(soon);
    await bar().getByRole('button', { name: 'Status' }).click();
    await page.getByRole('menuitem', { name: 'Awaiting vendor' }).click();
    const panel = page.getByRole('region', { name: 'Setting 2 cases to Awaiting vendor' });
    await panel.getByText('1 done, 1 refused').waitFor(soon);
    await panel.getByRole('link', { name: (await named('Gate squeaks')).number }).waitFor(soon);
    await tab.shot('bulk-refused');
    assert.equal((await named('Gate stays open')).status, 'awaiting_vendor');
    await panel.getByRole('button', { name: 'Close' }).click();
    await panel.waitFor({ state: 'detached' });
  });

  it('tags, merges and closes after asking', async () => {
    const page = await tab.open('?q=boiler&sort=number');
    await row('Boiler rattles').waitFor(soon);
    await page.getByRole('button', { name: 'Select the loaded cases' }).click();
    await page.keyboard.press('t');
    await page.getByRole('textbox', { name: 'Tags, with commas between them' }).fill('winter, heating');
    await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
    await page.getByText('Tagged 3 cases winter, heating.').waitFor(soon);
    assert.deepEqual((await named('Boiler leaks')).tags, ['house 9', 'winter', 'heating']);
    await page.getByRole('button', { name: 'Select the loaded cases' }).click();
    await bar().getByRole('button', { name: 'Merge…' }).click();
    const into = await named('Boiler rattles');
    await page.getByRole('button', { name: `Merge into ${into.number}` }).click();
    await page.getByText(`Merged 2 cases into ${into.number}.`).waitFor(soon);
    assert.equal((await named('Boiler leaks')).mergedInto, into.id);
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).last().click();
    await page.getByText(`Merged 2 cases into ${into.number}.`).waitFor({ state: 'detached', ...soon });
    assert.equal((await named('Boiler leaks')).mergedInto, undefined);
  });

  it('makes a case with a key, and goes to pages with two', async () => {
    const page = await tab.open('');
    await row('Gate stays open').waitFor(soon);
    await page.keyboard.press('c');
    await page.getByRole('textbox', { name: 'Subject' }).fill('Bell is mute');
    await page.getByRole('textbox', { name: 'Customer’s address' }).fill('kim@example.com');
    await page.getByRole('combobox', { name: 'Priority' }).selectOption({ label: 'High' });
    assert.deepEqual(await tab.axeViolations(), []);
    await tab.shot('new-case');
    await page.getByRole('textbox', { name: 'Subject' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Bell is mute' }).waitFor(soon);
    const { priority, source } = await named('Bell is mute');
    assert.deepEqual([priority, source], ['high', 'tab']);
    await page.keyboard.press('g');
    await page.keyboard.press('w');
    await page.waitForURL(/page=work/);
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('G, then C, W').waitFor(soon);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached', ...soon });
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await row('Gate stays open').waitFor(soon);
  });

  it('shows a run that goes on also after the page was loaded anew, and stops it', async () => {
    const run = { id: 'r1', at: new Date().toISOString(), work: { action: 'set_priority', priority: 'low' } };
    const shown = { ...run, state: 'running', total: 400, done: 100, succeeded: 100, failed: 0 };
    let state = 'running';
    const page = await tab.open('');
    await page.route('**/api/bulk', (route) => route.fulfill({ json: { items: [{ ...shown, state }], total: 1 } }));
    await page.route('**/api/bulk/r1?*', (route) => route.fulfill({ json: { ...shown, state, results: [] } }));
    await page.route('**/api/bulk/r1/cancel', (route) => {
      state = 'cancelled';
      return route.fulfill({ json: { ...shown, state, results: [] } });
    });
    await page.reload();
    await page.getByRole('button', { name: /Sofia Marin/ }).click();
    const panel = page.getByRole('region', { name: 'Setting 400 cases to priority Low' });
    await panel.getByText('100 done, 0 refused, 300 to go').waitFor(soon);
    await panel.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Set 100 cases to priority Low.').waitFor(soon);
  });

  it('keeps what is shown as a view, shares it, starts with it, and lets it go', async () => {
    const page = await tab.open('?tag=house+9&sort=number');
    const views = page.getByRole('navigation', { name: 'Saved views' });
    await views.getByRole('button', { name: 'Save this view' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('House nine');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'House nine' }).waitFor(soon);
    await views.getByRole('button', { name: 'What to do with the view House nine' }).click();
    await page.getByRole('menuitem', { name: 'Start with this view' }).click();
    await page.getByText('The list opens with House nine from now on').waitFor(soon);
    await views.getByRole('button', { name: 'What to do with the view House nine' }).click();
    await page.getByRole('menuitem', { name: 'Rename or share…' }).click();
    await page.getByRole('checkbox', { name: 'Everybody sees it' }).check();
    await page.getByRole('textbox', { name: 'Name' }).fill('House 9');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await views.getByRole('link', { name: /^House 9/ }).waitFor(soon);
    const again = await tab.open('');
    await again.getByRole('heading', { level: 1, name: 'House 9' }).waitFor(soon);
    assert.match(again.url(), /tag=house\+9&sort=number$/);
    await again.getByRole('button', { name: 'What to do with the view House 9' }).click();
    await again.getByRole('menuitem', { name: 'Delete' }).click();
    await again.getByText('Deleted the view House 9').waitFor(soon);
    await again.getByRole('heading', { level: 1, name: 'Open cases' }).waitFor(soon);
    assert.deepEqual((await tab.api.call('listViews', {})).items, []);
    assert.equal((await tab.api.call('readWorkspace', {})).start, null);
  });

  it('filters by every word of the API, as chips and as text, and says in words what it does not know', async () => {
    const page = await tab.open('');
    const query = page.getByRole('textbox', { name: 'Filter query' });
    await query.fill('tag:"house 9" priority:hgih');
    await query.press('Enter');
    await page
      .getByRole('alert')
      .getByText('“hgih” is no priority. It can be critical, urgent, high, medium and low.')
      .waitFor(soon);
    await query.fill('tag:"house 9" sla:ok created:7d');
    await query.press('Enter');
    assert.match(page.url(), /tag=house\+9&sla=ok&created=7d$/);
    await page.getByRole('button', { name: 'Created Last 7 days' }).waitFor(soon);
    await page.getByRole('button', { name: 'Remove the filter Clock' }).click();
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Customer' }).click();
    await page.getByRole('textbox', { name: 'Customer: value' }).fill('pat@example.com');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.waitForURL(/customer=pat%40example.com/);
    await row('Gate stays open').waitFor(soon);
  });

  it('keeps columns and row height for the person, on every device', async () => {
    const page = await tab.open('');
    await row('Gate stays open').waitFor(soon);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Customer' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Category' }).click();
    const kept = page.waitForResponse(
      (answer) => answer.url().endsWith('/api/me/workspace') && answer.request().method() === 'PUT',
    );
    await page.getByRole('menuitemradio', { name: 'Comfortable' }).click();
    await kept;
    const again = await tab.open('');
    await again.getByRole('columnheader', { name: 'Category' }).waitFor(soon);
    assert.equal(await again.getByRole('columnheader', { name: 'Customer' }).count(), 0);
    assert.equal((await row('Gate stays open').boundingBox())?.height, 44);
    assert.equal((await tab.api.call('readWorkspace', {})).density, 'comfortable');
  });

  it('speaks German to Germans', async () => {
    const context = await tab.browser.newContext({ locale: 'de-DE' });
    const page = await context.newPage();
    await page.goto(`${tab.product.url}/tab/?view=all`);
    await page.getByRole('button', { name: /Sofia Marin/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Alle Fälle' }).waitFor(soon);
    await page.getByText('Gelöst').first().waitFor(soon);
    assert.equal(await page.evaluate('document.documentElement.lang'), 'de');
    await context.close();
  });

  it('has no accessibility fault while cases are selected, in any theme and on the phone', async () => {
    await tab.checkLooks('list', '?view=all&tag=house+9', async (page) => {
      await row('Boiler is cold').first().waitFor(soon);
      await page.keyboard.press('j');
      await page.keyboard.press('x');
      await bar().waitFor(soon);
    });
  });
});
