import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
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
    await page.getByText('Alex Admin saved these settings while you changed them.').waitFor(soon);
    assert.equal((await policies()).length, 2, 'nothing was written over');
    await page.getByRole('table', { name: 'What Alex Admin changed' }).getByText('Invoices').waitFor(soon);
    await tab.shot('settings-overtaken');
    await page.getByRole('button', { name: 'Put my changes onto theirs' }).click();
    await page.getByRole('button', { name: 'Edit Invoices' }).waitFor(soon);
    await page.getByRole('button', { name: 'Save 1 change' }).click();
    await page.getByRole('button', { name: 'Nothing to save' }).waitFor(soon);
    assert.deepEqual(
      (await policies()).map(({ name }) => name),
      ['New policy', 'Invoices', 'Everyone else'],
    );
  });

  it('shows who changed what, restores an earlier version, and takes that back', async () => {
    const page = await tab.open('?page=settings');
    const history = page.getByRole('dialog');
    await page.getByRole('button', { name: 'History' }).click();
    await history.getByRole('button', { name: 'What version 4 changed' }).click();
    await history.getByText('New policy').first().waitFor(soon);
    await tab.shot('settings-history');
    await history.getByRole('button', { name: 'Restore version 1' }).click();
    await page.getByText('Version 1 is in force again.').waitFor(soon);
    await page.getByRole('button', { name: 'Edit Money matters' }).waitFor(soon);
    assert.equal((await policies()).length, 2);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Edit Invoices' }).waitFor(soon);
    assert.equal((await policies()).length, 3);
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

  it('changes teams and people, and shows at the field what the server refuses', async () => {
    const page = await tab.open('?page=settings&part=teams');
    await page.getByRole('button', { name: 'Team', exact: true }).click();
    await page.getByLabel('Name').fill('');
    await page.getByRole('button', { name: 'Save 1 change' }).click();
    await page.getByText('Nothing was saved.').waitFor(soon);
    await page.getByRole('region').getByText('must not be empty').waitFor(soon);
    await page.getByLabel('Name').fill('Night desk');
    await page.getByLabel('Work is handed out').selectOption('round_robin');
    await page.keyboard.press('Control+s');
    await page.getByRole('button', { name: 'Nothing to save' }).waitFor(soon);
    const made = (await tab.api.call('readTeams', {})).teams.find(({ name }) => name === 'Night desk');
    assert.deepEqual(made?.assignment, { kind: 'round_robin', sticky: false });
    await page.getByRole('link', { name: 'Agents' }).click();
    await page.getByRole('heading', { name: 'Agents', level: 1 }).waitFor(soon);
    await page.getByRole('button', { name: /^Ana/ }).click();
    await page.getByLabel('Most open cases at a time').fill('7');
    await page.getByRole('link', { name: 'Agents not saved' }).waitFor(soon);
    await page.getByRole('button', { name: 'Save 1 change' }).click();
    await page.getByRole('button', { name: 'Nothing to save' }).waitFor(soon);
    const { agents } = await tab.api.call('readAgents', {});
    assert.equal(agents.find(({ name }) => name.startsWith('Ana'))?.capacity, 7);
  });

  it('shows how a template reads while it is written', async () => {
    const page = await tab.open('?page=settings&part=templates&kind=reply');
    await page.getByRole('button', { name: 'Template', exact: true }).click();
    await page.getByLabel('Text').fill('About {{case.nonsense}}');
    await page.getByText('{{case.nonsense}} means nothing').waitFor(soon);
    await page.getByLabel('Text').fill('Your number is {{case.number}}.');
    await page.getByText('Your number is HC-1042.').waitFor(soon);
    await page.getByRole('button', { name: 'Save 1 change' }).click();
    await page.getByRole('button', { name: 'Nothing to save' }).waitFor(soon);
    await page.getByText('Saved.').waitFor(soon);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page
      .getByText('New template')
      .first()
      .waitFor({ ...soon, state: 'detached' });
  });

  it('begins with a preset, after showing what it changes, and takes it back', async () => {
    const page = await tab.open('?page=settings&part=categories');
    await page.getByRole('button', { name: 'Begin with a preset' }).click();
    await page.getByRole('radio', { name: /^Property management/ }).click();
    await page.getByRole('table', { name: 'What would change' }).waitFor(soon);
    await tab.shot('settings-preset');
    await page.getByRole('button', { name: 'Take this tree' }).click();
    await page.getByText('The tree is that of').waitFor(soon);
    const count = async () => (await tab.api.call('readCategories', {})).categories.length;
    assert.ok((await count()) > 10);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('The tree is that of').waitFor({ ...soon, state: 'detached' });
    assert.equal(await count(), 5);
  });

  it('decides what language models see, how mailboxes are treated and how long things are kept', async () => {
    const page = await tab.open('?page=settings&part=ai');
    await page.getByText('No language model is set up').waitFor(soon);
    await page.getByLabel('Taken out before').selectOption('strict');
    await page.getByRole('button', { name: 'Save 1 change' }).click();
    await page.getByRole('button', { name: 'Nothing to save' }).waitFor(soon);
    await page.getByRole('link', { name: 'Mailboxes' }).click();
    await page.getByLabel('An answer to a closed case').selectOption('follow_up');
    await page.getByRole('button', { name: 'Save 1 change' }).click();
    await page.getByRole('button', { name: 'Nothing to save' }).waitFor(soon);
    await page.getByRole('link', { name: 'Retention' }).click();
    await page.getByLabel('Closed cases, days after closing').fill('365');
    await page.getByText('0 closed cases are older than that now.').waitFor(soon);
    await page.getByLabel('Entries of the audit log, days').fill('7');
    await page.getByRole('button', { name: 'Save 2 changes' }).click();
    await page.getByRole('region').getByText('must be at least 90').waitFor(soon);
    assert.equal((await tab.api.call('readAi', {})).redaction, 'strict');
    const { mailboxes } = await tab.api.call('readMailboxes', {});
    assert.deepEqual(
      mailboxes.map(({ closedCase }) => closedCase),
      ['follow_up'],
    );
    await page.getByRole('button', { name: 'Discard' }).click();
  });

  it('takes a file of settings over, after showing what it changes, and takes it back', async () => {
    const page = await tab.open('?page=settings&part=file');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export all settings' }).click();
    const file = JSON.parse(await readFile(await (await download).path(), 'utf8'));
    file.documents.retention.auditDays = 400;
    file.documents.calendars.calendars = [];
    const picked = { name: 'settings.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) };
    await page.locator('input[type=file]').setInputFiles(picked);
    await page.getByText(/needs the calendar berlin/).waitFor(soon);
    await page.getByRole('table', { name: 'Retention' }).getByText('400').waitFor(soon);
    await tab.shot('settings-file');
    await page.getByRole('button', { name: 'Take over 1 document' }).click();
    await page.getByText('Took over 1 document.').waitFor(soon);
    assert.equal((await tab.api.call('readRetention', {})).auditDays, 400);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Took over 1 document.').waitFor({ ...soon, state: 'detached' });
    assert.equal((await tab.api.call('readRetention', {})).auditDays, null);
  });

  for (const [part, heading] of Object.entries({
    ...{
      teams: 'Teams',
      agents: 'Agents',
      notifications: 'Notifications',
      templates: 'Templates',
      categories: 'Categories',
    },
    ...{ mailboxes: 'Mailboxes', ai: 'Analyst', retention: 'Retention', file: 'Export and import' },
  })) {
    it(`has no accessibility fault on ${part}, in any theme and on the phone`, async () => {
      await tab.checkLooks(`settings-${part}`, `?page=settings&part=${part}`, async (page) => {
        await page.getByRole('heading', { name: heading, level: 1 }).waitFor(soon);
        await page.getByLabel('Loading the settings').waitFor({ ...soon, state: 'detached' });
      });
    });
  }

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

  it('learns from what people set, and shows how right that is', async () => {
    const customer = { email: 'drummer@example.com', name: 'Dan Drummer' };
    for (let beat = 1; beat <= 20; beat += 1) {
      const body = { subject: `Beat ${beat}`, description: 'The drummer plays.', customer };
      const { id, etag } = await tab.api.call('createCase', { body });
      await tab.api.call('patchCase', { params: { id }, ifMatch: etag, body: { complaint: true } });
    }
    const page = await tab.open('?page=operations&part=learning');
    await page.getByText('Nothing learned yet').waitFor(soon);
    await page.getByRole('button', { name: 'Learn now' }).click();
    await page.getByRole('rowheader', { name: 'Complaint' }).waitFor(soon);
    await tab.checkLooks('learning', '?page=operations&part=learning', (again) =>
      again.getByRole('rowheader', { name: 'Complaint' }).waitFor(soon),
    );
    const { latest } = await tab.api.call('learningState', {});
    assert.equal(latest?.figures.complaint?.corrections, 20);
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
