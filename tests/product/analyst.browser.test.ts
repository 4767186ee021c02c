import assert from 'node:assert/strict';
import { FakeModel, goodAnswer, type ModelRequest, refuses, says } from '../backend/adapters/openai/fake-model.ts';
import { eventually, soon, useTab } from '../support/tab-page.ts';

const subject = 'Die Heizung bleibt kalt';
const hostile = '<img src=x onerror="document.title=\'taken\'"><b>Bold</b>';

/** What the model says of a mail, of a conversation, and of a message; each as hostile as it may be. */
const summary = {
  happened: [
    { text: 'The heating of flat 12 has been cold since Monday.', refs: ['mail1', 'mail2'] },
    { text: 'See https://evil.example/login to confirm.', refs: ['mail1', 'mail2'] },
  ],
  open: [{ text: 'Mr Brandt waits for a date.', refs: ['mail2'] }],
  promised: [],
};
const translation = { text: `${hostile} The heating has been cold since Monday.`, from: 'de' };
const analysis = { ...goodAnswer, category: 'technical', complaint: true, language: 'de', confidence: 0.3 };

describe('What the analyst says, on the running product', function () {
  this.timeout(120_000);
  const model = new FakeModel();
  const environment: Record<string, string> = {};
  before(async () => {
    environment.OPENAI_BASE_URL = await model.start();
    Object.assign(environment, { OPENAI_API_KEY: 'k', OPENAI_MODEL: 'm' });
    model.behave = answer;
  });
  const tab = useTab('manager', environment);
  after(() => model.stop());
  const side = () => tab.page.getByRole('complementary');
  const theCase = () => tab.caseCalled(subject);
  /** Opens the case; the page is there once its title has the focus. */
  const openCase = async (number: string) => {
    const page = await tab.open(`?case=${number}`);
    await eventually(async () => ((await page.evaluate('document.activeElement.tagName')) === 'H1' ? true : undefined));
    return page;
  };

  function answer(request: ModelRequest, response: Parameters<FakeModel['behave']>[1]): void {
    const wanted = JSON.stringify(request.body.response_format ?? {});
    const said = /"name":"summary"/.test(wanted)
      ? summary
      : /"name":"translation"/.test(wanted)
        ? translation
        : analysis;
    says(JSON.stringify(said))(request, response);
  }

  describe('of mail in another language', () => {
    before(async () => {
      await tab.write('Walter Brandt <walter.brandt@example.com>', subject, 'Seit Montag ist Wohnung 12 kalt.');
      const { id } = await theCase();
      await eventually(async () => ((await theCase()).ai === null ? undefined : true));
      await tab.write(
        'Walter Brandt <walter.brandt@example.com>',
        `Re: ${subject} [${(await theCase()).number}]`,
        'Wann kommt jemand?',
      );
      await eventually(async () =>
        (await tab.api.call('getCase', { params: { id } })).messageCount > 1 ? true : undefined,
      );
    });
    beforeEach(() => {
      model.behave = answer;
    });

    it('is summed up on request, each line with its mails, and nothing of a link that no mail holds', async () => {
      const { number } = await theCase();
      const page = await openCase(number);
      await page.getByRole('button', { name: 'Sum up the conversation' }).press('Enter');
      const box = page.getByRole('region', { name: 'Summary of the conversation' });
      await box.getByText('The heating of flat 12 has been cold since Monday.').waitFor(soon);
      await box.getByText('Written by a language model', { exact: false }).waitFor(soon);
      await box.getByText('Nothing that we wrote is a promise.').waitFor(soon);
      assert.doesNotMatch((await box.textContent()) ?? '', /evil/);
      await tab.shot('case-summary');
      await box
        .getByRole('button', { name: /^Show the mail of Walter Brandt/ })
        .first()
        .press('Enter');
      await eventually(async () =>
        String(await page.evaluate('document.activeElement.id')).startsWith('message-') ? true : undefined,
      );
    });

    it('is translated below the words themselves, as text whatever the model says', async () => {
      const { number } = await theCase();
      const page = await openCase(number);
      await page.getByRole('button', { name: 'Translate' }).last().press('Enter');
      const box = page.getByRole('region', { name: 'Translation' });
      await box.getByText('The heating has been cold since Monday.', { exact: false }).waitFor(soon);
      await box.getByText('Translated from German by a language model', { exact: false }).waitFor(soon);
      assert.equal(await box.locator('img, b').count(), 0);
      assert.notEqual(await page.title(), 'taken');
      await page.getByRole('button', { name: 'Hide the translation' }).press('Enter');
      await box.waitFor({ state: 'detached', ...soon });
    });

    it('says why there is no translation, and leaves the conversation as it is', async () => {
      model.behave = refuses(400);
      await tab.write('Lea Blum <lea.blum@example.com>', 'Kein warmes Wasser', 'Das Wasser bleibt kalt.');
      const found = await tab.caseCalled('Kein warmes Wasser');
      await eventually(async () => {
        const { ai, language } = await tab.api.call('getCase', { params: { id: found.id } });
        return ai === null ? undefined : language;
      });
      const page = await openCase(found.number);
      await page.getByRole('button', { name: 'Translate' }).press('Enter');
      await page.getByText('Not translated. The language model failed.').waitFor(soon);
      await page.getByText('Das Wasser bleibt kalt.').waitFor(soon);
      assert.match(tab.faults().join(), /503|^$/);
    });

    it('is corrected with one press, and leaves the review queue once somebody looked', async () => {
      const { number, id } = await theCase();
      const page = await tab.open('?view=review');
      await page.getByRole('row', { name: new RegExp(number) }).waitFor(soon);
      await page.goto(`${tab.product.url}/tab/?case=${number}`);
      await page.getByRole('button', { name: /Sofia Marin/ }).click();
      await page.getByText('Analyst not sure').waitFor(soon);
      await page.getByRole('button', { name: 'Not a complaint' }).press('Enter');
      await eventually(async () => ((await tab.api.call('getCase', { params: { id } })).complaint ? undefined : true));
      await page.getByRole('button', { name: 'why', exact: true }).press('Enter');
      await page.getByText('30 % sure, OpenAI engine', { exact: false }).waitFor(soon);
      await tab.shot('case-why');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Looks right' }).first().press('Enter');
      await page.getByText('Analyst 30 % sure').waitFor(soon);
      const { total } = await tab.api.call('listCases', { query: { needsReview: 'true', q: subject } });
      assert.equal(total, 0);
      await page.getByRole('heading', { level: 1 }).focus();
      await page.keyboard.press('z');
      await page.getByText('Analyst not sure').waitFor(soon);
    });

    it('becomes knowledge: written with a preview, found, changed, restored, and put into a reply', async () => {
      const { number } = await theCase();
      const page = await tab.open('?page=knowledge');
      await page.getByRole('button', { name: 'New article' }).press('Enter');
      await page.getByRole('textbox', { name: 'Title' }).fill('Heizung bleibt kalt');
      await page
        .getByRole('textbox', { name: 'Text' })
        .fill(`## Heizung\n\nDrücken Sie den **roten Knopf**. ${hostile}`);
      const preview = page.getByRole('region', { name: 'Preview' });
      assert.equal(await preview.locator('strong').textContent(), 'roten Knopf');
      assert.equal(await preview.locator('img').count(), 0);
      await page.getByRole('combobox', { name: 'Language' }).last().selectOption('de');
      await page.getByRole('button', { name: 'Save article' }).press('Enter');
      await page.getByRole('heading', { level: 2, name: 'Heizung bleibt kalt' }).waitFor(soon);
      await page.getByRole('button', { name: 'Edit' }).press('Enter');
      await page.getByRole('textbox', { name: 'Title' }).fill('Die Heizung ist kalt');
      await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
      await page.getByRole('button', { name: 'History' }).press('Enter');
      await page.getByRole('button', { name: 'Take this version' }).press('Enter');
      await page.getByRole('heading', { level: 2, name: 'Heizung bleibt kalt' }).waitFor(soon);
      await page.getByRole('searchbox', { name: 'Search articles' }).fill('Knopf');
      await page.waitForURL(/find=Knopf/, soon);
      await page.getByText('1 article', { exact: true }).waitFor(soon);
      await openCase(number);
      await side().getByRole('button', { name: 'Put Heizung bleibt kalt into the reply' }).press('Enter');
      const reply = tab.page.getByLabel('Reply to the customer');
      await eventually(async () => ((await reply.inputValue()).includes('roten Knopf') ? true : undefined));
      assert.doesNotMatch(await reply.inputValue(), /\*\*|##/);
    });

    it('makes an unpublished article of a case, without whose case it was', async () => {
      const { number } = await theCase();
      const page = await openCase(number);
      await page.getByRole('heading', { level: 1, name: subject }).waitFor(soon);
      await page.getByRole('button', { name: 'More', exact: true }).press('Enter');
      await page.getByRole('menuitem', { name: 'Make an article of it' }).press('Enter');
      const text = page.getByRole('textbox', { name: 'Text' });
      await text.waitFor(soon);
      assert.doesNotMatch(await text.inputValue(), /Brandt|walter/i);
      assert.equal(await page.getByRole('switch', { name: 'Published' }).isChecked(), false);
    });

    it('has no accessibility fault in any theme and on the phone', async () => {
      const { items } = await tab.api.call('listArticles', { query: { q: 'Knopf' } });
      await tab.checkLooks('knowledge', `?page=knowledge&edit=yes&article=${items[0]?.id}`, (page) =>
        page.getByRole('region', { name: 'Preview' }).waitFor(soon),
      );
    });
  });
});
