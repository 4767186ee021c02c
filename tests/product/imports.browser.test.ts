import assert from 'node:assert/strict';
import { soon, useTab } from '../support/tab-page.ts';

const csv = `Ticket,Betreff,Mail,Priority
A-1,The lift is stuck,nadia@example.com,urgent
A-2,Invoice twice,marek@example.com,low
A-3,,broken,high
`;

describe('Imports, on the running product', function () {
  this.timeout(120_000);
  const tab = useTab('manager');
  const named = async (subject: string) => {
    const { items } = await tab.api.call('listCases', { query: { limit: 200, q: subject } });
    return items.find((each) => each.subject === subject);
  };
  const choose = async (name: string, text: string) =>
    tab.page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

  it('shows what would become of each row, makes the cases, and takes them back', async () => {
    const page = await tab.open('?page=operations&part=imports');
    await page.getByText('Nothing was imported yet').waitFor(soon);
    await choose('old.csv', csv);
    const becomes = page.getByRole('status').filter({ hasText: 'What would become of the rows' });
    await becomes.getByText('2 new cases').waitFor(soon);
    await page.getByText('There is no subject.').waitFor(soon);
    assert.equal(await named('The lift is stuck'), undefined, 'nothing is made by looking');
    await page.getByRole('combobox', { name: 'What “Priority” means' }).selectOption({ label: 'Left out' });
    await page.getByRole('combobox', { name: 'What “Priority” means' }).selectOption({ label: 'Priority' });
    await page.getByRole('button', { name: 'Import 2 rows' }).click();
    await page.getByRole('button', { name: 'Take the import back' }).waitFor(soon);
    const lift = await named('The lift is stuck');
    assert.equal(lift?.priority, 'urgent');

    await choose('changes.csv', `Number,Priority\n${lift?.number},low\n`);
    const changes = page.getByRole('region', { name: 'Cases that change' });
    await changes.getByText('Urgent').waitFor(soon);
    await changes.getByText('Low').waitFor(soon);
    await tab.shot('imports-changes');
    await page.getByRole('button', { name: 'Import 1 row' }).click();
    await page.getByRole('button', { name: 'Take the import back' }).click();
    await page.getByText('1 put back').waitFor(soon);
    assert.equal((await named('The lift is stuck'))?.priority, 'urgent');
    await page.getByRole('button', { name: 'All imports' }).click();
    await page.getByRole('button', { name: 'changes.csv' }).waitFor(soon);
  });

  it('has no accessibility fault, in any theme and on the phone', async () => {
    const content = Buffer.from(csv).toString('base64');
    const { id } = await tab.api.call('readImport', { body: { name: 'next.csv', content } });
    await tab.checkLooks('imports', `?page=operations&part=imports&import=${id}`, () =>
      tab.page.getByText('What the columns mean').first().waitFor(soon),
    );
  });
});
