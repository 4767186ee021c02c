import assert from 'node:assert/strict';
import { eventually, soon, useTab } from '../support/tab-page.ts';

describe('The managers’ pages, on the running product', function () {
  this.timeout(120_000);
  const tab = useTab('manager');

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
});
