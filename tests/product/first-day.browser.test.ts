import assert from 'node:assert/strict';
import { soon, useTab } from '../support/tab-page.ts';

const none = { sort: 'number', limit: 1 } as const;

describe('The first day, surveys and reports by a schedule on the tab', function () {
  this.timeout(120_000);
  const tab = useTab('admin');
  const total = async () => (await tab.api.call('listCases', { query: none })).total;

  it('shows what is connected, lends sample cases and takes them back without a trace', async () => {
    const before = await total();
    const page = await tab.open('?page=settings&part=setup');
    await page.getByText('Storage', { exact: false }).first().waitFor(soon);
    await page.getByRole('button', { name: 'Load sample data' }).click();
    await page.getByText(/There are \d+ sample cases/).waitFor(soon);
    assert.ok((await total()) >= before + 12);
    await tab.checkLooks('setup', '?page=settings&part=setup', (shown) =>
      shown.getByText(/There are \d+ sample cases/).waitFor(soon),
    );
    await tab.page.getByRole('button', { name: 'Remove sample data' }).click();
    await tab.page.getByRole('button', { name: 'Load sample data' }).waitFor(soon);
    assert.equal(await total(), before);
    await tab.page.getByRole('button', { name: 'Set-up is done' }).click();
    await tab.page.getByText(/Marked as done/).waitFor(soon);
  });

  it('lets an admin switch the survey on and word its question', async () => {
    const page = await tab.open('?page=settings&part=surveys');
    await page.getByRole('switch', { name: 'Ask customers' }).click();
    await page.getByRole('textbox', { name: 'German' }).fill('Wie waren wir?');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor(soon);
    const { survey } = await tab.api.call('readTemplates', {});
    assert.deepEqual([survey?.enabled, survey?.questions], [true, { de: 'Wie waren wir?' }]);
    await tab.checkLooks('surveys', '?page=settings&part=surveys', (shown) =>
      shown.getByRole('textbox', { name: 'German' }).waitFor(soon),
    );
  });

  it('schedules a report, pauses it and sends it now', async () => {
    const question = { measures: ['created' as const], by: 'team' as const, period: '7d', zone: 'UTC' };
    const report = await tab.api.call('createReport', {
      body: { name: 'Weekly', shared: true, question: { ...question, interval: null, filter: {}, clock: 'business' } },
    });
    const address = `?page=reports&report=${report.id}`;
    const page = await tab.open(address);
    const section = page.getByRole('region', { name: 'Sent by itself' });
    await section.getByRole('button', { name: 'Schedule' }).click();
    await section.getByLabel('Mail to').fill('someone@elsewhere.example');
    await section.getByRole('button', { name: 'Save schedule' }).click();
    await section.getByText('That was not done.').waitFor(soon);
    await section.getByLabel('Mail to').fill('sofia@contoso.example');
    await section.getByRole('button', { name: 'Save schedule' }).click();
    await section.getByText(/Every Monday at 08:00/).waitFor(soon);
    await section.getByRole('button', { name: 'Pause' }).click();
    await section.getByText('Paused').waitFor(soon);
    await section.getByRole('button', { name: 'Send now' }).click();
    tab.faults();
    await tab.checkLooks('report-schedule', address, (shown) =>
      shown.getByText(/Last sent|Not sent|Being sent/).waitFor(soon),
    );
  });
});
