import assert from 'node:assert/strict';
import { soon, useTab } from '../support/tab-page.ts';

const subject = 'Water is coming through the ceiling';

describe('The workspace, on the running product', function () {
  this.timeout(120_000);
  const tab = useTab('manager');

  before(async () => {
    await tab.write('Nadia Haddad <nadia.haddad@example.com>', subject, 'It drips into the kitchen. Who is coming?');
    await tab.caseCalled(subject);
  });

  it('lets an agent answer, says who would read it, and takes the answer back', async () => {
    const { number } = await tab.caseCalled(subject);
    const page = await tab.open(`?case=${number}`);
    await page.getByRole('button', { name: 'Reply', exact: true }).click();
    await page.getByText('Same person as the last mail').waitFor(soon);
    await page.getByLabel('Reply to the customer').fill('A plumber will be there before noon.');
    await page.getByLabel('Add to Cc').fill('someone.else@example.org');
    await page.keyboard.press('Enter');
    await page.getByText('Recipient guard:').waitFor(soon);
    const send = page.getByRole('button', { name: 'Send to 2, set Awaiting customer' });
    assert.equal(await send.getAttribute('aria-disabled'), 'true');
    await tab.shot('composer-guard');
    await page.getByLabel('I mean it').check();
    await send.click();
    await page.getByText('Sending to Nadia Haddad and 1 other').waitFor(soon);
    await page.locator('article').getByText('A plumber will be there before noon.').waitFor(soon);
    await tab.shot('composer-sent');
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await page
      .locator('article')
      .getByText('A plumber will be there')
      .waitFor({ state: 'detached', ...soon });
    assert.equal(await page.getByLabel('Reply to the customer').inputValue(), 'A plumber will be there before noon.');
  });

  it('keeps notes inside', async () => {
    const { number, id } = await tab.caseCalled(subject);
    const page = await tab.open(`?case=${number}`);
    await page.getByRole('heading', { name: subject }).waitFor(soon);
    await page.keyboard.press('n');
    await page.getByLabel('Internal note', { exact: true }).fill('The caretaker has a key.');
    await page.keyboard.press('Control+Enter');
    await page.locator('article').getByText('The caretaker has a key.').waitFor(soon);
    const { items } = await tab.api.call('listMessages', { params: { id } });
    assert.equal(items.at(-1)?.direction, 'note');
  });

  it('moves a mail that landed on the wrong case, and back', async () => {
    await tab.write('Owen Park <owen.park@example.com>', 'Meter reading', 'It says 4711.');
    const { number } = await tab.caseCalled('Meter reading');
    const page = await tab.open(`?case=${number}`);
    await page.getByRole('button', { name: 'What to do with the mail of Owen Park' }).click();
    await page.getByRole('menuitem', { name: 'Move to another case…' }).click();
    await page.getByRole('searchbox', { name: 'Number or words of the case' }).fill('ceiling');
    await page.getByRole('dialog').getByText(subject).click();
    await page.getByText(/^Mail moved to/).waitFor(soon);
    await page
      .locator('article')
      .getByText('It says 4711.')
      .waitFor({ state: 'detached', ...soon });
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await page.locator('article').getByText('It says 4711.').waitFor(soon);
  });

  it('shows the fate of every mail, with its record', async () => {
    const page = await tab.open('?page=operations');
    await page.getByRole('heading', { name: 'Mail fates' }).waitFor(soon);
    await page.getByRole('button', { name: `Record of “${subject}”` }).click();
    await page.getByText('Noted', { exact: true }).waitFor(soon);
    await tab.shot('fates');
    await page.getByRole('link', { name: 'HC-1001' }).first().click();
    await page.getByRole('heading', { name: subject }).waitFor(soon);
  });

  it('has no accessibility fault on the fates, in any theme and on the phone', async () => {
    await tab.checkLooks('fates', '?page=operations', async (page) => {
      await page.getByRole('heading', { name: 'Mail fates' }).waitFor(soon);
      await page
        .getByRole('button', { name: /^Record of/ })
        .first()
        .click();
    });
  });

  it('has no accessibility fault on the composer, in any theme and on the phone', async () => {
    await tab.checkLooks('composer', '?case=HC-1001', async (page) => {
      await page.getByRole('heading', { name: subject }).waitFor(soon);
      await page.getByRole('button', { name: 'Reply', exact: true }).click();
    });
  });
});
