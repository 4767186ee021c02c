import assert from 'node:assert/strict';
import type { CalendarSetting, SlaPolicySetting } from '../../backend/contracts/sla-settings.ts';
import { soon, useTab } from '../support/tab-page.ts';

describe('The settings, on the running product', function () {
  this.timeout(120_000);
  const tab = useTab('admin');

  before(() => writeSamples());

  async function tagged<T>(name: 'readCalendars' | 'readSlaPolicies'): Promise<{ value: T; etag: string }> {
    const answer = await fetch(
      `${tab.product.url}/api/settings/${name === 'readCalendars' ? 'calendars' : 'sla-policies'}`,
      {
        headers: { authorization: `Bearer ${tab.api.token}` },
      },
    );
    return { value: (await answer.json()) as T, etag: (answer.headers.get('etag') ?? '').replaceAll('"', '') };
  }
  const policies = async () => (await tab.api.call('readSlaPolicies', {})).policies;

  /** A calendar with everything in it, and a policy before the one for everyone else. */
  async function writeSamples(): Promise<void> {
    const halves: [string, string][] = [
      ['08:00', '12:00'],
      ['13:00', '17:30'],
    ];
    const berlin: CalendarSetting = {
      id: 'berlin',
      name: 'Berlin office',
      tz: 'Europe/Berlin',
      hours: { mon: halves, tue: halves, wed: halves, thu: halves, fri: halves },
      country: { code: 'DE', region: 'BE' },
      holidays: [{ date: '2031-12-24', name: 'Christmas Eve' }],
      breaks: { '2031-11-28': [['15:00', '17:30']] },
    };
    const { value, etag } = await tagged<{ calendars: CalendarSetting[] }>('readCalendars');
    await tab.api.call('writeCalendars', { body: { calendars: [...value.calendars, berlin] }, ifMatch: etag });
    const before = await tagged<{ policies: SlaPolicySetting[] }>('readSlaPolicies');
    const last = before.value.policies.at(-1) as SlaPolicySetting;
    const money = { ...last, id: 'money', name: 'Money matters', when: { category: ['billing'] }, calendar: 'berlin' };
    await tab.api.call('writeSlaPolicies', { body: { policies: [money, last] }, ifMatch: before.etag });
  }

  it('names the policy that would apply, why an earlier one does not, and the due times', async () => {
    const page = await tab.open('?page=settings');
    const tester = page.getByRole('region', { name: 'Which policy would apply?' });
    await tester.getByText('Policy 2, Everyone else').waitFor(soon);
    await tester.getByText('category is General, not Billing').waitFor(soon);
    await tester.getByLabel('Category').selectOption('billing');
    await tester.getByLabel('Priority').selectOption('urgent');
    // 40 minutes are left of Christmas Eve's eve; the 24th is the calendar's own day, 25th and 26th the country's.
    await tester.getByLabel('Mail arrives').fill('2031-12-23T16:50');
    await tester.getByText('Policy 1, Money matters').waitFor(soon);
    await tester.getByRole('row', { name: /First reply 45m Mon,? 29 Dec,? (?:at )?08:05/ }).waitFor(soon);
    await tester.getByRole('row', { name: /Resolve 3h Mon,? 29 Dec,? (?:at )?10:20/ }).waitFor(soon);
  });

  it('changes a target, saves it, and says so when somebody else was faster', async () => {
    const page = await tab.open('?page=settings');
    const target = page.getByLabel('Money matters, Urgent: reply / resolve');
    await target.fill('soon');
    await target.press('Enter');
    await page.getByText('Two spans, such as 45m / 3h').waitFor(soon);
    await target.fill('20m / 2h');
    await target.press('Enter');
    await page.getByRole('button', { name: 'Save 1 change' }).click();
    await page.getByRole('button', { name: 'Nothing to save' }).waitFor(soon);
    const [money] = await policies();
    assert.deepEqual(money?.targets.urgent, { firstResponse: 20, nextResponse: null, resolution: 120 });

    const now = await tagged<{ policies: SlaPolicySetting[] }>('readSlaPolicies');
    await tab.api.call('writeSlaPolicies', {
      body: { policies: now.value.policies.map((one) => (one.id === 'money' ? { ...one, name: 'Invoices' } : one)) },
      ifMatch: now.etag,
    });
    await page.getByRole('button', { name: 'Policy', exact: true }).click();
    await page.getByRole('button', { name: 'Move New policy up' }).click();
    await page.getByRole('button', { name: 'Save 1 change' }).click();
    await page.getByText('Somebody else saved these settings').waitFor(soon);
    assert.equal((await policies()).length, 2, 'nothing was written over');
    await page.getByRole('button', { name: 'Drop mine, show theirs' }).click();
    await page.getByRole('button', { name: 'Edit Invoices' }).waitFor(soon);
  });

  it('changes the hours of a calendar and shows the week', async () => {
    const page = await tab.open('?page=settings&part=calendars&calendar=berlin');
    const friday = page.getByLabel('Hours of Friday');
    await friday.fill('8-12, 13-15');
    await friday.press('Enter');
    await page.getByText('40h in a usual week').waitFor(soon);
    await page.getByRole('link', { name: 'Policies' }).click();
    await page.getByRole('heading', { name: 'SLA policies' }).waitFor(soon);
    await page.goBack();
    await page.getByText(/public holidays in Germany, BE/).waitFor(soon);
    await page.getByRole('button', { name: 'Save 1 change' }).click();
    await page.getByRole('button', { name: 'Nothing to save' }).waitFor(soon);
    const { calendars } = await tab.api.call('readCalendars', {});
    assert.deepEqual(calendars.find(({ id }) => id === 'berlin')?.hours.fri, [
      ['08:00', '12:00'],
      ['13:00', '15:00'],
    ]);
  });

  it('lets managers read and agents stay away', async () => {
    const page = await tab.open('?page=settings', { who: /Sofia Marin/ });
    await page.getByText('An admin changes them.').waitFor(soon);
    assert.ok(await page.getByLabel('Everyone else, Urgent: reply / resolve').isDisabled());
    assert.equal(await page.getByRole('button', { name: /save/i }).count(), 0);
    const theirs = await tab.open('?page=settings', { who: /Agent: works on cases/ });
    await theirs.getByText('This page is for managers.').waitFor(soon);
    assert.equal(await theirs.getByRole('link', { name: 'Settings' }).count(), 0);
  });

  it('keeps who changed which settings, in the audit log', async () => {
    await tab.checkLooks('audit', '?page=operations&part=audit', async (page) => {
      await page.getByRole('heading', { name: 'Audit', level: 1 }).waitFor(soon);
      await page
        .getByRole('button', { name: /^What changed/ })
        .first()
        .waitFor(soon);
    });
    assert.ok((await tab.api.call('listAudit', { query: {} })).items.some(({ actor }) => actor.name === 'Alex Admin'));
  });

  it('has no accessibility fault on policies, in any theme and on the phone', async () => {
    await tab.checkLooks('settings-policies', '?page=settings&policy=money', (page) =>
      page.getByText('By the calendar').waitFor(soon),
    );
  });

  it('has no accessibility fault on calendars, in any theme and on the phone', async () => {
    await tab.checkLooks('settings-calendars', '?page=settings&part=calendars&calendar=berlin', (page) =>
      page.getByText(/public holidays in Germany, BE/).waitFor(soon),
    );
  });
});
