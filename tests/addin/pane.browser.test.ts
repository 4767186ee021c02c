import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Route } from 'playwright-core';
import type { Case } from '../../backend/contracts/case.ts';
import { ProblemError } from '../../backend/contracts/client.ts';
import { signIn, type TestApi } from '../support/api.ts';
import { openBrowser } from '../support/chromium.ts';
import { freePort, RunningProduct } from '../support/product.ts';
import { Desk, type DeskLooks } from './desk.ts';
import { wireCase } from './features/case-pane/wire-cases.ts';

const leak = 'Water runs through the ceiling';
const leakBody = 'Water is running down the wall of flat 3B right now. I want a plumber within the hour.';

describe('The pane in the sandbox', function () {
  this.timeout(60_000);
  const dataDir = mkdtempSync(join(tmpdir(), 'handyconnect-pane-'));
  let product: RunningProduct;
  let browser: Browser;
  let ana: TestApi;
  let desk: Desk;

  before(async () => {
    product = new RunningProduct({ dataDir, port: await freePort() });
    [browser] = await Promise.all([openBrowser(), product.ready()]);
    ana = await signIn(product.url, 'agent', 'Ana Ruiz');
  });
  after(async () => {
    await browser.close();
    assert.equal(await product.stop(), 0, product.output);
    rmSync(dataDir, { recursive: true, force: true });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await desk.picture('pane-failed');
    await desk.close();
  });

  async function open(looks?: DeskLooks): Promise<void> {
    desk = await Desk.open(browser, product.url, looks);
  }

  /** Changes a case from elsewhere; again where the product noted something about its own mail in between. */
  async function asAna(number: string, change: (ifMatch: string) => Promise<unknown>): Promise<void> {
    const { etag } = await ana.call('getCase', { params: { id: number } });
    await change(etag).catch((error: unknown) => {
      if (!(error instanceof ProblemError) || error.problem.status !== 412) throw error;
      return asAna(number, change);
    });
  }

  /** A mail that has become a case, open in the pane. */
  async function openCase(subject: string, looks?: DeskLooks): Promise<string> {
    await open(looks);
    await desk.write(subject, leakBody);
    const number = await desk.caseOf(subject);
    await desk.row(subject).click();
    await desk.pane.getByText(number, { exact: true }).waitFor();
    return number;
  }

  /** A mail that became no case by itself, because its headers say that it went to many. */
  async function openBulk(subject: string, looks?: DeskLooks): Promise<void> {
    await open(looks);
    await desk.page.getByRole('button', { name: 'Headers' }).click();
    await desk.page
      .getByLabel('Headers', { exact: true })
      .fill('Precedence: bulk\nList-Unsubscribe: <https://news.example/u>');
    await desk.write(
      subject,
      'Heat pumps, leases in three sentences, and seven trends.',
      'PropTech <news@proptech.example>',
    );
    await selectBulk(subject);
  }

  async function selectBulk(subject: string): Promise<void> {
    await desk.row(subject).getByText('Bulk').first().waitFor();
    await desk.row(subject).first().click();
    await desk.pane.getByText('Analyst suggests').waitFor();
  }

  describe('with the real Office.js', () => {
    it('reads the mail that is selected beside it', async () => {
      await openCase(`${leak} 1`);
      const seen = await desk
        .paneFrame()
        .evaluate<{ subject: string; id: string; known: boolean }>(
          '({ subject: Office.context.mailbox.item.subject, id: Office.context.mailbox.item.internetMessageId, known: typeof OSF === "object" })',
        );
      assert.equal(seen.subject, `${leak} 1`);
      assert.match(seen.id, /^<.+@.+>$/);
      assert.equal(seen.known, true, 'Office.js itself is there');
    });

    it('shows the case of the mail selected last, however fast somebody moves through the inbox', async () => {
      await open();
      await desk.page.getByRole('button', { name: '20 at once' }).click();
      await desk.page.getByText('20 mails delivered').waitFor();
      const rows = desk.page.locator('li button').filter({ hasText: /HC-\d+/ });
      await rows.nth(8).waitFor();
      for (let at = 0; at < 9; at += 1) await rows.nth(at).click({ delay: 0 });
      const number = await rows
        .nth(8)
        .getByText(/^HC-\d+$/)
        .textContent();
      await desk.pane.getByText(number ?? '', { exact: true }).waitFor();
      assert.equal(
        await desk.pane
          .getByText(/^HC-\d+$/)
          .first()
          .textContent(),
        number,
      );
    });

    it('asks for a mail when the mailbox is empty of a selection', async () => {
      await open();
      await desk.page.route('**/sandbox/api/mails?*', (route) => route.fulfill({ json: { items: [], total: 0 } }));
      await desk.page.reload();
      await desk.pane.getByText('No mail is selected').waitFor();
      assert.deepEqual(await desk.violations(desk.paneFrame()), []);
    });

    it('tells in a plain browser where it lives', async () => {
      await open();
      const page = await desk.page.context().newPage();
      await page.goto(`${product.url}/addin/`);
      await page.getByText('This pane lives in Outlook').waitFor();
    });
  });

  describe('with a case', () => {
    it('changes the status for everybody', async () => {
      const number = await openCase(`${leak} 2`);
      await desk.pane.getByRole('button', { name: /^Status/ }).click();
      await desk.pane.getByRole('menuitemradio', { name: 'Awaiting vendor' }).click();
      await desk.pane.getByRole('button', { name: 'Status: Awaiting vendor' }).waitFor();
      await desk.pane.getByText('First reply paused', { exact: true }).first().waitFor();
      const value = await ana.call('getCase', { params: { id: number } });
      assert.equal(value.status, 'awaiting_vendor');
    });

    it('is taken with one press, by whoever sits at the desk', async () => {
      const number = await openCase(`${leak} 3`);
      await desk.pane.getByRole('button', { name: 'Assign to me' }).click();
      await desk.pane.getByRole('button', { name: 'Assignee: Jonas Weber' }).waitFor();
      const value = await ana.call('getCase', { params: { id: number } });
      assert.equal(value.assigneeName, 'Jonas Weber');
    });

    it('shows at once what somebody does elsewhere', async () => {
      const number = await openCase(`${leak} 4`);
      await asAna(number, (ifMatch) =>
        ana.call('patchCase', { params: { id: number }, ifMatch, body: { priority: 'low' } }),
      );
      await desk.pane.getByRole('button', { name: 'Priority: Low' }).waitFor();
    });

    it('shows who was faster, and lets the agent decide', async () => {
      const number = await openCase(`${leak} 5`);
      await desk.page.route(
        '**/api/cases/*/status',
        async (route: Route) => {
          await asAna(number, (ifMatch) =>
            ana.call('changeStatus', { params: { id: number }, ifMatch, body: { status: 'awaiting_customer' } }),
          );
          await route.continue();
        },
        { times: 1 },
      );
      await desk.pane.getByRole('button', { name: 'Resolve' }).click();
      await desk.pane.getByText(`Ana Ruiz changed ${number} while you did`).waitFor();
      await desk.picture('pane-conflict');
      assert.deepEqual(await desk.violations(desk.paneFrame()), []);
      await desk.pane.getByRole('button', { name: 'Set Resolved anyway' }).click();
      await desk.pane.getByRole('button', { name: 'Status: Resolved' }).waitFor();
    });
  });

  describe('without a case', () => {
    it('makes one with what the agent changed', async () => {
      await openBulk('Trends 1');
      await desk.pane.getByRole('button', { name: /^Priority/ }).click();
      await desk.pane.getByRole('menuitemradio', { name: 'Urgent' }).click();
      await desk.pane.getByRole('button', { name: 'Create case' }).click();
      const number = await desk.pane
        .getByText(/^HC-\d+$/)
        .first()
        .textContent();
      const value = await ana.call('getCase', { params: { id: number ?? '' } });
      assert.equal(value.priority, 'urgent');
      assert.equal(value.source, 'outlook');
    });

    it('says in place why none could be made, and keeps the choice', async () => {
      await openBulk('Trends 2');
      await desk.pane.getByRole('button', { name: /^Priority/ }).click();
      await desk.pane.getByRole('menuitemradio', { name: 'Low' }).click();
      await desk.page.route('**/api/cases/from-mail', (route) =>
        answerProblem(route, 503, 'The store does not answer.'),
      );
      await desk.pane.getByRole('button', { name: 'Create case' }).click();
      await desk.pane.getByRole('alert').getByText('The store does not answer.').waitFor();
      await desk.pane.getByRole('button', { name: 'Priority: Low' }).waitFor();
      await desk.picture('pane-not-created');
      assert.deepEqual(await desk.violations(desk.paneFrame()), []);
    });
  });

  describe('when it cannot work', () => {
    for (const [what, status, words] of [
      ['a right is missing', 403, 'You have no right to do this'],
      ['nobody is signed in', 401, 'You are not signed in'],
      ['the service fails', 503, 'The case was not looked up'],
    ] as const) {
      it(`says so: ${what}`, async () => {
        await open();
        await desk.page.route('**/api/mail/lookup*', (route) => answerProblem(route, status, 'Ask an administrator.'));
        await desk.write(`${leak} ${status}`, leakBody);
        await desk.row(`${leak} ${status}`).click();
        await desk.pane.getByText(words).waitFor();
        assert.deepEqual(await desk.violations(desk.paneFrame()), []);
      });
    }

    it('says that there is no connection', async () => {
      await open();
      await desk.page.route('**/api/mail/lookup*', (route) => route.abort());
      await desk.write(`${leak} offline`, leakBody);
      await desk.row(`${leak} offline`).click();
      await desk.pane.getByText('There is no connection').waitFor();
      await desk.picture('pane-offline');
    });
  });

  for (const scheme of ['light', 'dark'] as const) {
    describe(`in ${scheme}`, () => {
      it('has no fault of accessibility with a case, without one, and beside each other', async () => {
        await openCase(`${leak} ${scheme}`, { scheme });
        await desk.picture(`sandbox-case-${scheme}`);
        assert.deepEqual(await desk.violations(desk.paneFrame()), []);
        assert.deepEqual(await desk.violations(), []);
        await desk.page.getByRole('button', { name: 'Newsletter' }).click();
        await selectBulk('Seven trends for landlords');
        await desk.picture(`sandbox-no-case-${scheme}`);
        assert.deepEqual(await desk.violations(desk.paneFrame()), []);
      });

      it('tells a clock at risk and one that is over by icon and word as well', async () => {
        await open({ scheme });
        const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
        const risk: Partial<Case> = {
          sla: {
            firstResponse: { due: inMinutes(18), state: 'at_risk', targetMinutes: 45 },
            nextResponse: { due: null, state: 'none' },
            resolution: { due: inMinutes(46), state: 'ok', targetMinutes: 180 },
          },
          complaint: true,
        };
        const over: Partial<Case> = {
          sla: {
            firstResponse: { due: inMinutes(-100), state: 'met', at: inMinutes(-110), targetMinutes: 30 },
            nextResponse: { due: inMinutes(-38), state: 'breached', targetMinutes: 45 },
            resolution: { due: inMinutes(12), state: 'at_risk', targetMinutes: 180 },
          },
        };
        await desk.page.route('**/api/cases/case-1**', (route) => route.fulfill({ json: { items: [], total: 0 } }));
        for (const [name, fields] of Object.entries({ risk, over })) {
          await desk.page.unroute('**/api/mail/lookup*');
          await desk.page.route('**/api/mail/lookup*', (route) =>
            route.fulfill({
              json: { case: wireCase(fields), customerCases: [wireCase({ id: 'c2', number: 'HC-0954' })] },
            }),
          );
          await desk.write(`${leak} ${name} ${scheme}`, leakBody);
          await desk.row(`${leak} ${name} ${scheme}`).click();
          const words = name === 'risk' ? 'First reply due in' : 'Reply overdue';
          await desk.pane.getByText(words, { exact: true }).first().waitFor();
          await desk.picture(`pane-${name}-${scheme}`);
          assert.deepEqual(await desk.violations(desk.paneFrame()), []);
        }
      });
    });
  }

  it('follows a change of the machine’s looks', async () => {
    await openCase(`${leak} looks`);
    await desk.page.emulateMedia({ colorScheme: 'dark' });
    const ground = () =>
      desk
        .paneFrame()
        .evaluate<string>('getComputedStyle(document.querySelector("main").parentElement).backgroundColor');
    await desk.page.waitForTimeout(300);
    assert.equal(await ground(), 'rgb(41, 41, 41)');
  });

  it('can be used in a narrow window, one thing after the other and without scrolling sideways', async () => {
    await open({ width: 340, height: 760 });
    await desk.page.getByRole('tab', { name: 'Write' }).click();
    await desk.page.getByLabel('Subject', { exact: true }).fill(`${leak} narrow`);
    await desk.page.getByRole('button', { name: /^Send as/ }).click();
    await desk.page.getByRole('tab', { name: 'Inbox' }).click();
    await desk.caseOf(`${leak} narrow`);
    await desk.row(`${leak} narrow`).click();
    await desk.page.getByRole('heading', { name: `${leak} narrow` }).waitFor();
    await desk.page.getByRole('tab', { name: 'HandyConnect' }).click();
    await desk.pane.getByRole('button', { name: 'Assign to me' }).waitFor();
    await desk.picture('sandbox-narrow-pane');
    const sideways = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
    assert.equal(await desk.page.evaluate(sideways), false);
    assert.equal(await desk.paneFrame().evaluate(sideways), false);
    assert.deepEqual(await desk.violations(), []);
  });
});

function answerProblem(route: Route, status: number, detail: string): Promise<void> {
  const json = { type: 'about:blank', title: 'No', status, code: 'x', detail, requestId: '7f2c-91ab' };
  return route.fulfill({ status, json });
}
