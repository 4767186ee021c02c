import assert from 'node:assert/strict';
import { eventually, soon, useTab } from '../support/tab-page.ts';

const subject = 'Water next to the lamp';
const nadia = 'Nadia Haddad <nadia.haddad@example.com>';
const rules = '?page=settings&part=rules';

describe('The rules of the settings, on the running product', function () {
  this.timeout(120_000);
  const tab = useTab('admin');

  before(async () => {
    await tab.write(nadia, subject, 'It drips along the cable.');
    await tab.caseCalled(subject);
  });

  const choose = (label: string, option: string) => tab.page.getByLabel(label, { exact: true }).selectOption(option);

  async function type(label: string, ...values: string[]): Promise<void> {
    for (const value of values) {
      await tab.page.getByLabel(label, { exact: true }).fill(value);
      await tab.page.keyboard.press('Enter');
    }
  }

  it('builds a rule, tests it, saves it, and the next mail feels it', async () => {
    const { number } = await tab.caseCalled(subject);
    const page = await tab.open(rules);
    await page.getByRole('heading', { name: 'Rules', level: 1 }).waitFor(soon);
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
    await tab.shot('rules-one-case', { fullPage: true });

    await page.getByRole('tab', { name: 'Past cases' }).click();
    await page.getByRole('button', { name: 'Play past cases' }).click();
    await page.getByText('of 1 case would have fired').waitFor(soon);
    await page.getByRole('link', { name: number }).waitFor(soon);
    await tab.shot('rules-past-cases', { fullPage: true });

    await page.getByLabel('Rule “Water near electrics” is on').check();
    await page.getByRole('button', { name: 'Save 1 change' }).click();
    await page.getByRole('button', { name: 'Nothing to save' }).waitFor(soon);
    await tab.write(nadia, 'Socket in the bath is wet', 'The socket is wet.');
    const hit = await eventually(async () => {
      const found = await tab.caseCalled('Socket in the bath is wet');
      return found.tags.includes('electrics') ? found : undefined;
    });
    assert.equal(hit.priority, 'critical');
    await page.goto(`${tab.product.url}/tab/?case=${hit.number}`);
    await page.getByRole('button', { name: /Alex Admin/ }).click();
    await page.getByRole('heading', { name: 'Socket in the bath is wet' }).waitFor(soon);
    await page.getByText('electrics').first().waitFor(soon);
  });

  it('says plainly when somebody else saved in between, and keeps the work', async () => {
    const page = await tab.open(rules);
    await page.getByRole('heading', { name: 'Rules', level: 1 }).waitFor(soon);
    await page.getByRole('button', { name: /^1 / }).first().click();
    await page.getByLabel('Name of the rule').fill('Complaints, mine');
    await page.getByRole('button', { name: 'Move down' }).click();
    const { headers } = await fetch(`${tab.product.url}/api/settings/rules`, {
      headers: { authorization: `Bearer ${tab.api.token}` },
    });
    const ifMatch = (headers.get('etag') ?? '').replaceAll('"', '');
    const theirs = await tab.api.call('readRules', {});
    await tab.api.call('writeRules', { body: { ...theirs, timezone: 'Europe/Berlin' }, ifMatch });
    await page.getByRole('button', { name: 'Save 2 changes' }).click();
    await page.getByText('Alex Admin saved these settings while you changed them.').waitFor(soon);
    assert.equal(await page.getByLabel('Name of the rule').inputValue(), 'Complaints, mine');
    await tab.shot('rules-conflict', { fullPage: true });
    await page.getByRole('button', { name: 'Put my changes onto theirs' }).click();
    await page.getByRole('button', { name: 'Save 2 changes' }).click();
    await page.getByRole('button', { name: 'Nothing to save' }).waitFor(soon);
    const saved = await tab.api.call('readRules', {});
    assert.deepEqual([saved.rules[1]?.name, saved.timezone], ['Complaints, mine', 'Europe/Berlin']);
  });

  it('lets a manager read and test, and change nothing', async () => {
    const rule = (await tab.api.call('readRules', {})).rules.find(({ name }) => name === 'Water near electrics');
    const page = await tab.open(`${rules}&rule=${rule?.id}`, { who: /Sofia Marin/ });
    assert.equal(await page.getByLabel('Name of the rule').isDisabled(), true);
    assert.equal(await page.getByRole('button', { name: 'Add a rule' }).count(), 0);
    assert.equal(await page.getByRole('button', { name: /^Save/ }).count(), 0);
    await page.getByRole('tab', { name: 'Past cases' }).click();
    await page.getByRole('button', { name: 'Play past cases' }).click();
    await page.getByText('cases would have fired').waitFor(soon);
    await page.getByRole('tab', { name: 'Firings' }).click();
    await page.getByText('1 firing in 30 days, 1 today').waitFor(soon);
    const { number } = await tab.caseCalled('Socket in the bath is wet');
    await page.getByRole('link', { name: number }).waitFor(soon);
    await tab.shot('rules-firings', { fullPage: true });
  });

  it('has no accessibility fault in any theme and on the phone', async () => {
    const rule = (await tab.api.call('readRules', {})).rules.find(({ name }) => name === 'Water near electrics');
    const { number } = await tab.caseCalled(subject);
    await tab.checkLooks('rules', `${rules}&rule=${rule?.id}`, async (page) => {
      await page.getByRole('button', { name: number }).click();
      await page.getByText(`It would act on ${number}.`).waitFor(soon);
    });
  });
});
