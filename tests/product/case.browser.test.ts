import assert from 'node:assert/strict';
import { signIn } from '../support/api.ts';
import { eventually, soon, useTab } from '../support/tab-page.ts';

const subject = 'The lift stands still between two floors';

describe('The case page, on the running product', function () {
  this.timeout(120_000);
  const tab = useTab('manager');
  let number: string;
  let id: string;
  const side = () => tab.page.getByRole('complementary');
  const tasks = async () => (await tab.api.call('listCaseTasks', { params: { id } })).items;

  before(async () => {
    await tab.write('Nadia Haddad <nadia.haddad@example.com>', subject, 'Nobody is inside. Please send somebody.');
    ({ number, id } = await tab.caseCalled(subject));
    await eventually(async () => ((await tab.api.call('getCase', { params: { id } })).ai === null ? undefined : true));
  });

  it('keeps the tasks of the case: one for a colleague, one for somebody outside, and what comes after what', async () => {
    const page = await tab.open(`?case=${number}`);
    await side().getByRole('button', { name: 'Task', exact: true }).click();
    await side().getByRole('textbox', { name: 'What is to be done' }).fill('Get the key');
    await side().getByRole('combobox', { name: 'Who does it' }).selectOption({ label: 'Jonas Weber' });
    await side().getByRole('button', { name: 'Add task' }).click();
    await side()
      .getByRole('button', { name: /^Get the key/ })
      .waitFor(soon);
    await side().getByRole('button', { name: 'Task', exact: true }).click();
    await side().getByRole('textbox', { name: 'What is to be done' }).fill('Free the lift');
    await side().getByRole('combobox', { name: 'Who does it' }).selectOption({ label: 'Somebody outside' });
    await side().getByRole('textbox', { name: 'Their address' }).fill('lifts@rohr.example');
    await side().getByRole('button', { name: 'Add task' }).click();
    await side()
      .getByRole('button', { name: /^Free the lift/ })
      .click();
    await side().getByRole('combobox', { name: 'Only after' }).selectOption({ label: 'Get the key' });
    await page.getByText('Changed Free the lift').waitFor(soon);
    await side().getByRole('textbox', { name: 'Add a step' }).fill('Tell the tenants');
    await page.keyboard.press('Enter');
    // Ticked once the product has noted it, so `check` would look too early.
    await side().getByRole('checkbox', { name: 'Tell the tenants' }).click();
    await eventually(async () => ((await tasks()).some(({ checklist }) => checklist[0]?.done) ? true : undefined));
    assert.equal(await side().getByRole('checkbox', { name: 'Done: Free the lift' }).isDisabled(), true);
    await tab.shot('case-tasks');
    await side().getByRole('checkbox', { name: 'Done: Get the key' }).click();
    await side().getByText('1 of 2 done').waitFor(soon);
    const [outside] = (await tasks()).filter(({ title }) => title === 'Free the lift');
    assert.deepEqual(
      [outside?.ownerEmail, outside?.blocked, outside?.checklist],
      ['lifts@rohr.example', false, [{ text: 'Tell the tenants', done: true }]],
    );
  });

  it('changes tags with ten seconds to take it back, and shows before and after in the history', async () => {
    const page = await tab.open(`?case=${number}`);
    await page.getByRole('heading', { level: 1, name: subject }).waitFor(soon);
    await page.keyboard.press('t');
    await page.getByRole('textbox', { name: 'Add a tag' }).fill('lift, urgent visit');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove the tag urgent visit' }).waitFor(soon);
    const { tags } = await tab.api.call('getCase', { params: { id } });
    assert.deepEqual(tags.slice(-2), ['lift', 'urgent visit']);
    await side()
      .getByText(/^Tags .*→ .*lift, urgent visit$/)
      .waitFor(soon);
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('z');
    await page.getByRole('button', { name: 'Remove the tag urgent visit' }).waitFor({ state: 'detached', ...soon });
  });

  it('has the fields that an administrator gave the category', async () => {
    const admin = await signIn(tab.product.url, 'admin');
    const { category } = await tab.api.call('getCase', { params: { id } });
    const { categories } = await admin.call('readCategories', {});
    const headers = { authorization: `Bearer ${admin.token}` };
    const { headers: answered } = await fetch(`${tab.product.url}/api/settings/categories`, { headers });
    await admin.call('writeCategories', {
      body: {
        categories: categories.map((each) =>
          each.key === category ? { ...each, fields: [{ key: 'flat', name: 'Flat', type: 'text' as const }] } : each,
        ),
      },
      ifMatch: (answered.get('etag') ?? '').replaceAll('"', ''),
    });
    const page = await tab.open(`?case=${number}`);
    await side().getByRole('textbox', { name: 'Flat' }).fill('3B');
    await page.keyboard.press('Enter');
    await page.getByText(`${number}: fields Flat 3B`).waitFor(soon);
    assert.deepEqual((await tab.api.call('getCase', { params: { id } })).fields, { flat: '3B' });
  });

  it('says what somebody else changed meanwhile, and applies what was meant on top of it', async () => {
    const agent = await signIn(tab.product.url, 'agent');
    const page = await tab.open(`?case=${number}`);
    await page.getByRole('heading', { level: 1, name: subject }).waitFor(soon);
    let raced = false;
    await page.route('**/api/cases/*', async (route) => {
      if (route.request().method() === 'PATCH' && !raced) {
        raced = true;
        const { etag } = await agent.call('getCase', { params: { id } });
        await agent.call('patchCase', { params: { id }, body: { tags: ['theirs'] }, ifMatch: etag });
      }
      await route.continue();
    });
    await page.keyboard.press('t');
    await page.getByRole('textbox', { name: 'Add a tag' }).fill('mine');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('alertdialog', { name: `Jonas changed ${number} while you did` });
    await dialog.getByRole('row', { name: /^Tags theirs .*mine$/ }).waitFor(soon);
    await dialog.getByRole('button', { name: /^Set .*mine anyway$/ }).click();
    await page.getByRole('button', { name: 'Remove the tag mine' }).waitFor(soon);
    assert.ok((await tab.api.call('getCase', { params: { id } })).tags.includes('mine'));
  });

  it('links another case, says how, and lets it go again', async () => {
    await tab.api.call('createCase', {
      body: { subject: 'The lift rattles', customer: { email: 'owen@example.com', name: 'Owen' } },
      idempotencyKey: 'rattles',
    });
    const page = await tab.open(`?case=${number}`);
    await side().getByRole('button', { name: 'Link…' }).click();
    await page.getByRole('searchbox', { name: 'Number or words of the case' }).fill('rattles');
    await page.getByRole('dialog').getByText('The lift rattles').click();
    await side()
      .getByRole('link', { name: /The lift rattles/ })
      .waitFor(soon);
    await side()
      .getByRole('button', { name: /^Unlink HC-/ })
      .click();
    await page.getByText(/^Unlinked HC-/).waitFor(soon);
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('z');
    await side()
      .getByRole('link', { name: /The lift rattles/ })
      .waitFor(soon);
  });

  it('says who else is here and who is writing, and warns of a second reply', async () => {
    const page = await tab.open(`?case=${number}`);
    await page.getByRole('heading', { level: 1, name: subject }).waitFor(soon);
    const other = await tab.browser.newPage();
    await other.goto(`${tab.product.url}/tab/?case=${number}`);
    await other.getByRole('button', { name: /Agent: works on cases/ }).click();
    await page.getByText('Jonas is viewing here').waitFor(soon);
    await other.getByRole('button', { name: 'Reply', exact: true }).click();
    await page.getByText('Jonas is replying here').waitFor(soon);
    await page.keyboard.press('r');
    await page.getByText(/Jonas Weber is writing a reply here since/).waitFor(soon);
    await tab.shot('case-second-reply');
    await page.getByRole('button', { name: 'Hand over to Jonas' }).click();
    await page.getByText(`Handed ${number} over to Jonas Weber`).waitFor(soon);
    await other.close();
    await page.getByText('Jonas is replying here').waitFor({ state: 'detached', ...soon });
  });

  it('drafts a reply with what each sentence rests on, takes files by drop, and keeps the text over a reload', async () => {
    const page = await tab.open(`?case=${number}`);
    await page.getByRole('heading', { level: 1, name: subject }).waitFor(soon);
    await page.keyboard.press('r');
    await page.getByRole('button', { name: 'Draft', exact: true }).click();
    const sources = page.getByRole('region', { name: /^Draft, \d+ sentences? and what/ });
    await sources.waitFor(soon);
    assert.ok((await sources.getByRole('listitem').count()) > 0);
    const box = page.getByLabel('Reply to the customer');
    const drafted = await box.inputValue();
    assert.notEqual(drafted, '');
    const files = await page.evaluateHandle(
      "(() => { const all = new DataTransfer(); all.items.add(new File(['4711'], 'meter.txt', { type: 'text/plain' })); return all; })()",
    );
    await page.getByRole('group', { name: 'Reply' }).dispatchEvent('drop', { dataTransfer: files });
    await page.getByRole('button', { name: 'Remove meter.txt' }).waitFor(soon);
    await tab.shot('case-draft');
    await page.reload();
    await page.getByRole('button', { name: /Sofia Marin/ }).click();
    await page.getByRole('button', { name: 'Go on with your reply' }).click();
    assert.equal(await box.inputValue(), drafted);
    await box.fill('');
  });

  it('has no accessibility fault with tasks open, in any theme and on the phone', async () => {
    await tab.checkLooks('case', `?case=${number}`, async (page) => {
      await page.getByRole('heading', { level: 1, name: subject }).waitFor(soon);
      const onPhone = page.getByRole('tab', { name: 'Tasks' });
      if ((await onPhone.count()) > 0) await onPhone.click();
      await page.getByRole('button', { name: /^Free the lift/ }).click();
      await page.getByRole('checkbox', { name: 'Tell the tenants' }).waitFor(soon);
    });
  });
});
