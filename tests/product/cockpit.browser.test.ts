import assert from 'node:assert/strict';
import { eventually, soon, useTab } from '../support/tab-page.ts';

describe('The managers’ pages, on the running product', function () {
  this.timeout(120_000);
  const tab = useTab('manager');

  /** The sandbox's own mailbox, so that there is something to count. */
  before(async () => {
    await tab.api.sandbox('deliverSamples', { body: { count: 60 } });
    await eventually(async () =>
      (await tab.api.call('listCases', { query: { limit: 1 } })).total > 20 ? true : undefined,
    );
  });

  describe('Speed and cache', () => {
    const address = '?page=operations&part=speed';

    it('counts, live, what was found in the caches, and says what each figure means', async () => {
      const page = await tab.open(address);
      const answers = page.getByRole('region', { name: 'Kept answers' }).getByRole('row', { name: /Whole answers/ });
      await answers.waitFor(soon);
      const found = async () => Number((await answers.getByRole('cell').nth(1).textContent())?.replaceAll(',', ''));
      const before = await found();
      await tab.api.call('listCases', { query: { limit: 7 } });
      await tab.api.call('listCases', { query: { limit: 7 } });
      await eventually(async () => ((await found()) > before ? true : undefined));
      await page.getByRole('button', { name: 'What “Waiting for a turn” means' }).press('Enter');
      await page.getByText('99 of 100 turns waited no longer than this', { exact: false }).waitFor(soon);
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: 'Mail fates' }).click();
      await page.getByRole('heading', { name: 'Mail fates' }).waitFor(soon);
      await page.goBack();
      await page.getByRole('heading', { name: 'Speed and cache' }).waitFor(soon);
    });

    it('has no accessibility fault in any theme and on the phone', async () => {
      await tab.checkLooks('speed', address, (page) =>
        page.getByRole('region', { name: 'Where the time goes' }).waitFor(soon),
      );
    });

    it('is for managers', async () => {
      const page = await tab.open(address, { who: /Agent: works on cases/ });
      await page.getByText('This page is for managers.').waitFor(soon);
      const answer = await fetch(`${tab.product.url}/api/operations/speed`);
      assert.equal(answer.status, 401);
    });
  });

  describe('Engine and cost', () => {
    it('says that nothing is spent where no language model is set up, in every look', async () => {
      await tab.checkLooks('engine', '?page=operations&part=engine', (page) =>
        page.getByText('nothing leaves the house', { exact: false }).waitFor(soon),
      );
    });
  });

  describe('Asking in plain words', () => {
    const address = `?page=ask&${new URLSearchParams({ question: 'created in the last 90 days by category' })}`;

    it('answers what is typed, lets each part be changed, and leads to the cases behind the figure', async () => {
      const page = await tab.open('?page=dashboard');
      await page.getByRole('list', { name: 'Figures' }).waitFor(soon);
      await page.keyboard.press('q');
      await page.keyboard.type('created in the last 90 days by category');
      await page.keyboard.press('Enter');
      const understood = page.getByRole('group', { name: 'What was understood' });
      await understood.getByRole('button', { name: 'by category' }).waitFor(soon);
      const { total } = await tab.api.call('listCases', { query: { limit: 1 } });
      await page
        .getByRole('link', { name: `Show the ${total} cases` })
        .first()
        .waitFor(soon);
      await understood.getByRole('button', { name: 'Filter' }).press('Enter');
      await page.getByRole('menuitem', { name: 'Priority' }).press('Enter');
      await page.getByRole('menuitemcheckbox', { name: 'High' }).press('Enter');
      await page.keyboard.press('Escape');
      const high = (await tab.api.call('listCases', { query: { limit: 1, priority: ['high'] } })).total;
      const link = page.getByRole('link', { name: new RegExp(`^Show the (${high} cases|1 case)$`) }).first();
      await link.waitFor(soon);
      await page.reload();
      await page.getByRole('button', { name: /Sofia Marin/ }).click();
      await link.press('Enter');
      const status = page.getByRole('status').filter({ hasText: high === 1 ? '1 case' : `${high} cases` });
      await status.first().waitFor(soon);
      assert.match(page.url(), /priority=high/);
    });

    it('asks back with examples instead of guessing', async () => {
      const page = await tab.open('?page=ask');
      const box = page.getByRole('textbox', { name: 'Ask about cases in plain words' });
      await eventually(async () => ((await box.evaluate('document.activeElement.id')) === 'ask' ? true : undefined));
      await page.keyboard.type('<b>pigeons</b> per moon');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'I did not understand' }).waitFor(soon);
      await tab.shot('ask-unclear');
      await page.getByRole('button', { name: 'Overdue cases by team' }).last().press('Enter');
      await page.getByRole('group', { name: 'What was understood' }).waitFor(soon);
    });

    it('has no accessibility fault in any theme and on the phone', async () => {
      await tab.checkLooks('ask', address, (page) =>
        page.getByRole('region', { name: 'The cases behind it' }).waitFor(soon),
      );
    });
  });

  describe('Dashboard', () => {
    const address = '?page=dashboard&period=90d';
    const tile = (name: string) =>
      tab.page.getByRole('list', { name: 'Figures' }).getByRole('link', { name: new RegExp(`^${name}:`) });
    const figure = async (name: string) => Number((await tile(name).textContent())?.replaceAll(',', ''));

    it('shows what the API answers, and each figure leads to a list of as many cases', async () => {
      const page = await tab.open(`${address}&where=priority:high,medium`);
      await tile('Open').waitFor(soon);
      const from = new Date(Date.now() - 90 * 86_400_000).toISOString();
      const answer = await tab.api.call('dashboard', { query: { priority: ['high', 'medium'], from } });
      for (const [name, count] of [
        ['Open', answer.open],
        ['New', answer.new],
        ['Unassigned', answer.unassigned],
      ] as const) {
        assert.ok(count > 0, name);
        assert.equal(await figure(name), count, name);
      }
      for (const name of ['Unassigned', 'New', 'Open']) {
        const count = await figure(name);
        await tile(name).click();
        await page.getByText(count === 1 ? '1 case' : `${count} cases`, { exact: true }).waitFor(soon);
        await page.goBack();
        await tile(name).waitFor(soon);
      }
    });

    it('follows what happens, without a reload', async () => {
      const page = await tab.open(address);
      await tile('Open').waitFor(soon);
      const before = await figure('Open');
      await tab.write('Eva Lund <eva.lund@example.com>', 'The lift hums at night', 'It hums.');
      await eventually(async () => ((await figure('Open')) === before + 1 ? true : undefined));
      assert.ok(await page.getByText('Live, as of').isVisible());
    });

    it('is filtered and read by keyboard, and keeps all of it in the address', async () => {
      const page = await tab.open(address);
      await tile('Open').waitFor(soon);
      await page.getByRole('button', { name: 'Filter', exact: true }).press('Enter');
      await page.getByRole('menuitem', { name: 'Priority' }).press('Enter');
      await page.getByRole('menuitemcheckbox', { name: 'High' }).press('Enter');
      await page.keyboard.press('Escape');
      await page.waitForURL(/where=priority%3Ahigh/, soon);
      await page.getByRole('button', { name: 'Period: Last 90 days' }).press('Enter');
      await page.getByRole('button', { name: 'Last 12 months' }).press('Enter');
      await page.waitForURL(/period=365d/, soon);
      const chart = page.getByRole('region', { name: 'Backlog, created and resolved' });
      const last = chart.getByRole('link').last();
      await chart.locator('[data-point="0"]').focus();
      await page.keyboard.press('End');
      const focused = () => last.evaluate((point) => point === point.ownerDocument.activeElement);
      await eventually(async () => ((await focused()) ? true : undefined));
      await chart.getByRole('button', { name: /as a table$/ }).press('Enter');
      await chart.getByRole('columnheader', { name: 'Backlog' }).waitFor(soon);
      await page.getByRole('button', { name: 'What “SLA met” means' }).press('Enter');
      await page.getByText('100 × met / (met + missed)', { exact: false }).waitFor(soon);
    });

    it('leads from a bar to the cases of its interval, and says in the list what was brought along', async () => {
      const page = await tab.open('?page=dashboard&period=24h');
      const bars = page
        .getByRole('region', { name: 'Backlog, created and resolved' })
        .getByRole('link', { name: /cases? created/ });
      const bar = bars.and(page.locator('[href]')).last();
      await bar.waitFor(soon);
      const count = /: ([\d,]+) cases? created/.exec((await bar.getAttribute('aria-label')) ?? '')?.[1];
      await bar.press('Enter');
      await page.getByText(count === '1' ? '1 case' : `${count} cases`, { exact: true }).waitFor(soon);
      await page.getByText('Behind a figure: created', { exact: false }).waitFor(soon);
      await page.getByRole('button', { name: 'Remove what the figure brought along' }).click();
      await page.waitForURL((url) => !url.search.includes('createdFrom'), soon);
    });

    it('shows agents their own cases', async () => {
      await tab.open(address, { who: /Agent: works on cases/ });
      await tab.page.getByText('Your own cases').waitFor(soon);
    });

    it('has no accessibility fault in any theme and on the phone', async () => {
      await tab.checkLooks('dashboard', address, () => tile('Open').waitFor(soon));
    });
  });

  describe('Performance', () => {
    const address = '?page=performance&period=365d';

    it('shows each agent and each team by name, and leads from a figure to its cases', async () => {
      const page = await tab.open(address);
      const table = page.getByRole('region', { name: 'Figures of each' });
      await table.getByRole('row', { name: /Unassigned/ }).waitFor(soon);
      const created = table
        .getByRole('row', { name: /All cases/ })
        .getByRole('link')
        .first();
      const count = (await created.textContent()) ?? '';
      await created.press('Enter');
      await page.getByText(`${count} cases`, { exact: true }).waitFor(soon);
      await page.goBack();
      await page.getByRole('tab', { name: 'Teams' }).click();
      await table.getByRole('columnheader', { name: 'Team' }).waitFor(soon);
      await page.waitForURL(/by=team/, soon);
    });

    it('has no accessibility fault in any theme and on the phone', async () => {
      await tab.checkLooks('performance', address, (page) =>
        page.getByRole('region', { name: 'Figures of each' }).waitFor(soon),
      );
    });
  });

  describe('Reports', () => {
    it('are built with a live preview, kept, found again and had as a file', async () => {
      const page = await tab.open('?page=reports');
      await page.getByRole('button', { name: 'New report' }).press('Enter');
      await page.getByRole('textbox', { name: 'Name of the report' }).fill('Cases by priority');
      await page.getByRole('button', { name: 'Measure', exact: true }).press('Enter');
      await page.getByRole('menuitem', { name: 'Overdue' }).press('Enter');
      await page.getByRole('combobox', { name: 'Break down by' }).selectOption('priority');
      const table = page.getByRole('region', { name: 'Cases by priority' });
      await table.getByRole('columnheader', { name: /Overdue/ }).waitFor(soon);
      const saved = page.waitForEvent('download', soon);
      await page.getByRole('button', { name: 'PDF of what is shown' }).click();
      assert.equal((await saved).suggestedFilename(), 'Cases by priority.pdf');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByRole('button', { name: 'Saved', exact: true }).waitFor(soon);
      await page.getByRole('button', { name: 'Reports', exact: true }).click();
      await page.getByRole('button', { name: 'Cases by priority' }).click();
      await table.getByRole('row', { name: /All cases/ }).waitFor(soon);
      await page.getByRole('combobox', { name: 'Break down by' }).selectOption('time');
      await table.getByRole('columnheader', { name: 'Time' }).waitFor(soon);
      assert.equal(await table.getByRole('columnheader', { name: /Overdue/ }).count(), 0, 'now is no point in time');
    });

    it('have no accessibility fault in any theme and on the phone', async () => {
      await tab.checkLooks('report', '?page=reports&report=new', (page) =>
        page.getByRole('row', { name: /All cases/ }).waitFor(soon),
      );
    });
  });
});
