import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { signIn, type TestApi } from '../support/api.ts';
import { openBrowser } from '../support/chromium.ts';
import { freePort, RunningProduct } from '../support/product.ts';
import { eventually } from '../support/tab-page.ts';
import { Desk, type DeskLooks } from './desk.ts';

const leakBody = 'Water is running down the wall of flat 3B right now. I want a plumber within the hour.';
const bulkHeaders = 'Precedence: bulk\nList-Unsubscribe: <https://news.example/u>';

describe('Working in the pane', function () {
  this.timeout(60_000);
  const dataDir = mkdtempSync(join(tmpdir(), 'handyconnect-pane-work-'));
  let product: RunningProduct;
  let browser: Browser;
  let ana: TestApi;
  let desk: Desk;

  before(async () => {
    product = new RunningProduct({ dataDir, port: await freePort(), environment: { GRAPH_SWEEP_SECONDS: '1' } });
    [browser] = await Promise.all([openBrowser(), product.ready()]);
    ana = await signIn(product.url, 'agent', 'Ana Ruiz');
  });
  after(async () => {
    await browser.close();
    await product.kill();
    rmSync(dataDir, { recursive: true, force: true });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await desk.picture('pane-work-failed');
    await desk.close();
  });

  async function openCase(subject: string, looks?: DeskLooks): Promise<string> {
    desk = await Desk.open(browser, product.url, looks);
    await desk.write(subject, leakBody);
    const number = await desk.caseOf(subject);
    await desk.row(subject).first().click();
    await desk.pane.getByText(number, { exact: true }).first().waitFor();
    return number;
  }

  /** A mail that is no case, because its headers say that it went to many. */
  async function openBulk(subject: string, from = 'PropTech <news@proptech.example>'): Promise<void> {
    desk = await Desk.open(browser, product.url);
    await writeBulk(subject, from);
    await desk.row(subject).first().click();
    await desk.pane.getByText('Analyst suggests').waitFor();
  }

  async function writeBulk(subject: string, from = 'PropTech <news@proptech.example>'): Promise<void> {
    const headers = desk.page.getByLabel('Headers', { exact: true });
    if (!(await headers.isVisible())) await desk.page.getByRole('button', { name: 'Headers' }).click();
    await headers.fill(bulkHeaders);
    await desk.write(subject, 'Heat pumps, leases in three sentences, and seven trends.', from);
    await desk.row(subject).getByText('Bulk').first().waitFor();
  }

  const caseOf = (number: string) => ana.call('getCase', { params: { id: number } });

  it('adds a note, a task, ticks it, and sets tags that can be taken back', async () => {
    const number = await openCase('Leak with work');
    await desk.pane.getByRole('button', { name: 'Note' }).click();
    await desk.pane.getByLabel('Internal note', { exact: true }).last().fill('The caretaker has a key.');
    await desk.page.keyboard.press('Control+Enter');
    await desk.pane.getByText('Note added. Customers never see it.').waitFor();
    await desk.pane.getByText('The caretaker has a key.').waitFor();

    await desk.pane.getByRole('button', { name: 'Task' }).click();
    await desk.pane.getByLabel('What is to be done').fill('Get the key');
    await desk.pane.getByRole('button', { name: 'Add task' }).click();
    await desk.pane.getByText('Task added: Get the key').waitFor();
    await desk.pane.getByRole('checkbox', { name: 'Get the key' }).click();
    await desk.pane.getByText('1 of 1').waitFor();
    const { items } = await ana.call('listCaseTasks', { params: { id: number } });
    assert.deepEqual(
      items.map(({ title, status, ownerName }) => [title, status, ownerName]),
      [['Get the key', 'resolved', 'Jonas Weber']],
    );

    await desk.pane.getByRole('button', { name: 'More' }).click();
    await desk.pane.getByRole('menuitem', { name: 'Tags…' }).click();
    await desk.pane.getByLabel('Tags, with commas between them').fill('plumbing, flat-3b');
    await desk.pane.getByRole('button', { name: 'Save tags' }).click();
    await desk.pane.getByText('Tags changed.').waitFor();
    assert.deepEqual((await caseOf(number)).tags, ['plumbing', 'flat-3b']);
    await desk.picture('pane-work');
    assert.deepEqual(await desk.violations(desk.paneFrame()), []);
    await desk.pane.getByRole('button', { name: 'Undo' }).click();
    await desk.pane.getByText('Taken back.', { exact: true }).waitFor();
    assert.deepEqual((await caseOf(number)).tags, []);
  });

  it('merges into another case of the same person, and back', async () => {
    const first = await openCase('Leak to merge into');
    await desk.write('Same leak again', leakBody);
    const second = await desk.caseOf('Same leak again');
    await desk.row('Same leak again').click();
    await desk.pane.getByText(second, { exact: true }).first().waitFor();
    await desk.pane.getByRole('button', { name: 'More' }).click();
    await desk.pane.getByRole('menuitem', { name: 'Merge into another case…' }).click();
    await desk.pane.getByLabel(`Merge ${second} into`).last().fill(first);
    await desk.pane.getByRole('button', { name: new RegExp(`^${first} `) }).click();
    await desk.pane.getByText(`${second} is part of ${first} now.`).waitFor();
    await desk.pane.getByText(first, { exact: true }).first().waitFor();
    assert.equal((await caseOf(second)).mergedInto, (await caseOf(first)).id);
    await desk.pane.getByRole('button', { name: 'Undo' }).click();
    await desk.pane.getByText('Taken back.', { exact: true }).waitFor();
    assert.equal((await caseOf(second)).mergedInto, undefined);
  });

  it('adds a mail to a case, with one press or by looking for it', async () => {
    const number = await openCase('Leak to add to');
    await desk.close();
    await openBulk('Offer one', 'Nadia Haddad <nadia.haddad@example.com>');
    await desk.pane.getByRole('listitem').filter({ hasText: 'Leak to add to' }).getByRole('button').click();
    await desk.pane.getByText(`Added to ${number}.`).waitFor();
    await writeBulk('Offer two');
    await desk.row('Offer two').first().click();
    await desk.pane.getByText('Not a case yet').waitFor();
    await desk.pane.getByRole('button', { name: 'Add to case…' }).click();
    await desk.pane.getByLabel('Add this mail to').last().fill('Leak to add');
    await desk.pane.getByRole('button', { name: new RegExp(`^${number} `) }).click();
    await desk.pane.getByText(`Added to ${number}.`).waitFor();
    assert.equal((await caseOf(number)).messageCount, 3);
  });

  it('lists the cases that a mail names, and adds it to one of them', async () => {
    const number = await openCase('Leak that is named');
    await desk.close();
    desk = await Desk.open(browser, product.url);
    await desk.page.getByRole('button', { name: 'Headers' }).click();
    await desk.page.getByLabel('Headers', { exact: true }).fill(bulkHeaders);
    const text = `This is about [${number}] and [HC-999999], says the newsletter.`;
    await desk.write('Names a case', text, 'PropTech <news@proptech.example>');
    await desk.row('Names a case').first().click();
    await desk.pane.getByText('Named in this mail').waitFor();
    await desk.pane.getByRole('link', { name: number }).waitFor();
    await desk.pane.getByRole('button', { name: 'Add mail to it' }).click();
    await desk.pane.getByText(`Added to ${number}.`).waitFor();
  });

  it('lets a mail be no case, and takes that back', async () => {
    await openBulk('Nothing for us');
    await desk.pane.getByRole('button', { name: 'Not a case', exact: true }).click();
    await desk.pane.getByText('Not a case. The mail stays where it is.').waitFor();
    await desk.pane.getByRole('button', { name: 'Undo' }).click();
    await desk.pane.getByText('Analyst suggests').waitFor();
  });

  it('answers with a draft in Outlook’s own form, where the guard looks on', async () => {
    const number = await openCase('Leak to answer');
    await desk.pane.getByRole('button', { name: 'Draft a reply' }).click();
    await desk.pane.getByRole('button', { name: 'Reply with draft' }).click();
    const form = desk.page.getByRole('region', { name: 'New mail in Outlook' });
    await form.waitFor();
    await desk.pane.getByText(`The subject does not name the case.`).waitFor();
    await desk.picture('pane-compose-start');
    await desk.pane.getByRole('button', { name: `Add [${number}]` }).click();
    await desk.pane.getByText(`Subject carries [${number}]`).waitFor();
    assert.equal(await form.getByLabel('Subject of the answer').inputValue(), `Re: [${number}] Leak to answer`);

    await form.getByLabel('Cc of the answer').fill('oscar@rogue.example');
    await form.getByLabel('Subject of the answer').focus();
    await desk.pane.getByText('Check before you send').waitFor();
    await desk.picture('pane-compose-guard');
    assert.deepEqual(await desk.violations(desk.paneFrame()), []);
    assert.deepEqual(await desk.violations(), []);
    await form.getByRole('button', { name: 'Send from Outlook' }).click();
    await form.getByRole('alert').getByText('oscar@rogue.example has not been on').waitFor();
    await desk.pane.getByRole('button', { name: 'Remove' }).click();
    await desk.pane.getByText('Goes to Nadia Haddad').waitFor();
    await form.getByRole('button', { name: 'Send from Outlook' }).click();
    await form.waitFor({ state: 'detached' });
    const sent = await eventually(async () => {
      const { items } = await ana.call('listMessages', { params: { id: number } });
      return items.find(({ direction, automatic }) => direction === 'outbound' && !automatic);
    });
    assert.equal(sent.from?.name, 'Jonas Weber');
    assert.equal((await caseOf(number)).sla.firstResponse.state, 'met');
  });

  it('puts a template into the mail, filled in for the customer', async () => {
    const canned = 'Dear {{customer.name}}, the plumber is on the way. {{?time}}';
    await ana.call('createArticle', {
      body: { kind: 'canned', title: 'Plumber on the way', text: canned, language: 'en' },
    });
    await openCase('Leak for a template');
    await desk.page.getByRole('button', { name: 'Reply all' }).click();
    await desk.pane.getByLabel('Find a text').fill('plumber');
    await desk.pane.getByRole('button', { name: 'Plumber on the way' }).click();
    await desk.pane.getByText('1 blank left: time.').waitFor();
    await desk.pane.getByRole('region', { name: 'Text to be put in' }).waitFor();
    await desk.pane.getByRole('button', { name: 'Insert' }).click();
    const text = desk.page.getByLabel('Text of the answer');
    const dear = 'Dear Nadia Haddad, the plumber is on the way.';
    await eventually(async () => ((await text.inputValue()).includes(dear) ? true : undefined));
  });

  it('lets a mail go at once when the service does not answer', async () => {
    await openCase('Leak while we are down');
    await desk.page.getByRole('button', { name: 'Reply all' }).click();
    const form = desk.page.getByRole('region', { name: 'New mail in Outlook' });
    await form.getByLabel('Text of the answer').fill('See the attached file.');
    const never = () => new Promise<void>(() => {});
    await desk.page.context().route(/:\d+\/api\/(?:mail|cases)\//, never);
    const beganMs = Date.now();
    await form.getByRole('button', { name: 'Send from Outlook' }).click();
    await form.waitFor({ state: 'detached' });
    // Outlook itself would give up on us after five seconds; the rest is for a busy machine.
    assert.ok(Date.now() - beganMs < 4_500);
    await desk.page.context().unrouteAll({ behavior: 'ignoreErrors' });
  });

  it('shows nothing of another mail through fifty switches on a slow network that answers out of order', async () => {
    desk = await Desk.open(browser, product.url);
    await desk.page.getByRole('button', { name: '20 at once' }).click();
    await desk.page.getByText('20 mails delivered').waitFor();
    const subjects = await eventually(async () => {
      const { items } = await ana.sandbox('inbox', { query: {} });
      const cases = items.filter(({ fate }) => fate?.caseNumber != null).map(({ subject }) => subject);
      return cases.length >= 8 ? [...new Set(cases)].slice(0, 12) : undefined;
    });
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    await desk.page.route('**/api/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, random(350)));
      await route.continue().catch(() => undefined);
    });
    const heading = desk.pane.locator('h1').first();
    for (let at = 0; at < 50; at += 1) {
      const subject = subjects[random(subjects.length)] ?? '';
      await desk.row(subject).first().click({ delay: 0 });
      // The heading is that of the mail selected now, or says that it is being read; never that of another.
      const mayShow = async () => ['Reading the mail', subject].includes((await heading.textContent()) ?? '');
      await eventually(async () => ((await mayShow()) ? true : undefined));
      await desk.page.waitForTimeout(random(120));
      assert.ok(await mayShow(), `another mail is shown while ${subject} is selected`);
    }
    await desk.page.unrouteAll({ behavior: 'ignoreErrors' });
  });

  it('ends on one case when a mail is converted while the service takes it in', async () => {
    desk = await Desk.open(browser, product.url);
    const subject = 'Leak from both sides';
    // The pane looked before the service had read the mail.
    const before = { case: null, customerCases: [] };
    await desk.page.route('**/api/mail/lookup*', (route) => route.fulfill({ json: before }));
    await desk.write(subject, leakBody);
    await desk.row(subject).first().click();
    await desk.pane.getByText('Analyst suggests').waitFor();
    await desk.pane.getByRole('button', { name: 'Create case' }).click();
    await desk.pane.getByText(/^HC-\d+ created\.$/).waitFor();
    const number = await desk.caseOf(subject);
    await desk.pane.getByText(number, { exact: true }).first().waitFor();
    const { items: cases } = await ana.call('listCases', { query: { q: subject } });
    assert.deepEqual(
      cases.filter((one) => one.subject === subject).map((one) => one.number),
      [number],
    );
    const { items } = await ana.call('listMessages', { params: { id: number } });
    assert.equal(items.filter(({ direction }) => direction === 'inbound').length, 1);
  });

  it('keeps within 320 px and stays readable in contrast colours, with the keyboard alone', async () => {
    await openCase('Leak in contrast');
    await desk.page.emulateMedia({ forcedColors: 'active' });
    const sideways = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
    await desk.page.evaluate('document.querySelector("iframe[title=\'HandyConnect add-in\']").style.width = "320px"');
    assert.deepEqual(await desk.violations(desk.paneFrame()), []);
    await desk.pane.getByRole('button', { name: 'Note' }).focus();
    await desk.page.keyboard.press('Enter');
    const note = desk.pane.getByLabel('Internal note', { exact: true }).last();
    await note.waitFor();
    await desk.page.keyboard.type('By keyboard alone.');
    assert.equal(await note.inputValue(), 'By keyboard alone.');
    await desk.picture('pane-contrast');
    assert.equal(await desk.paneFrame().evaluate(sideways), false);
    await desk.page.keyboard.press('Escape');
    await desk.pane.getByRole('button', { name: 'Task' }).waitFor();
    await desk.pane.getByRole('button', { name: 'More' }).focus();
    await desk.page.keyboard.press('Enter');
    await desk.page.keyboard.press('ArrowDown');
    await desk.page.keyboard.press('Enter');
    await desk.pane
      .getByLabel(/^Merge HC-\d+ into$/)
      .last()
      .waitFor();
  });

  it('makes cases of many mails, and says which were cases already', async () => {
    const number = await openCase('Leak among many');
    for (const at of [1, 2, 3]) await writeBulk(`Among many ${at}`);
    for (const at of [1, 2, 3]) await desk.row(`Among many ${at}`).click({ modifiers: ['Control'] });
    await desk.pane.getByText('4 mails are selected').waitFor();
    await desk.pane.getByRole('button', { name: 'Create 4 cases' }).click();
    await desk.pane.getByText('4 of 4 done: 3 new, 1 already a case.').waitFor();
    await desk.pane.getByRole('link', { name: number }).waitFor();
    await desk.picture('pane-several');
    assert.deepEqual(await desk.violations(desk.paneFrame()), []);
    await desk.row('Among many 2').click();
    await desk.pane.getByRole('heading', { name: 'Among many 2' }).waitFor();
  });
});
