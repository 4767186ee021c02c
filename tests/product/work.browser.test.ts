import assert from 'node:assert/strict';
import { signIn } from '../support/api.ts';
import { soon, useTab } from '../support/tab-page.ts';

describe('My work, on the running product', function () {
  this.timeout(120_000);
  const tab = useTab('manager');
  const part = (name: string) => tab.page.getByRole('region', { name });

  before(async () => {
    const open = async (subject: string, priority: 'critical' | 'low', assignee: string | null) => {
      const body = { subject, priority, assignee, customer: { email: 'pat@example.com', name: 'Pat' } };
      return tab.api.call('createCase', { body, idempotencyKey: subject });
    };
    await open('The cellar is flooded', 'critical', 'me');
    await open('A new name plate', 'low', 'me');
    await open('The gate stays open', 'critical', null);
    await open('A question about the bill', 'low', null);
    const waiting = await open('Waits for the builder', 'low', 'me');
    await tab.api.call('changeStatus', { params: { id: waiting.id }, body: { status: 'awaiting_vendor' } });
    const agent = await signIn(tab.product.url, 'agent');
    const me = await tab.api.call('me', {});
    await agent.call('addNote', {
      params: { id: waiting.id },
      body: { text: 'Sofia, may I order the parts?', mentions: [me.id] },
      idempotencyKey: 'mention',
    });
    const dueAt = new Date(Date.now() + 10 * 60_000).toISOString();
    await tab.api.call('createTask', {
      body: { title: 'Call the insurer', owner: 'me', dueAt },
      idempotencyKey: 'call',
    });
  });

  it('says what to do next in the order in which it falls due, and why', async () => {
    await tab.open('?page=work');
    const lines = part('Next up').getByRole('listitem');
    await lines.nth(2).waitFor(soon);
    const texts = await lines.allTextContents();
    assert.deepEqual(
      texts.map((text) => /Call the insurer|The cellar is flooded|A new name plate/.exec(text)?.[0]),
      ['Call the insurer', 'The cellar is flooded', 'A new name plate'],
    );
    assert.match(texts[1] ?? '', /First reply runs out in \d+ minutes · Critical/);
    await part('Waiting for others').getByText('Waits for the builder').waitFor(soon);
    await part('You are asked').getByText('Sofia, may I order the parts?').waitFor(soon);
  });

  it('is worked with the keyboard, and takes the most pressing free case', async () => {
    const page = await tab.open('?page=work');
    await part('Free to take').getByText('The gate stays open').waitFor(soon);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'The cellar is flooded' }).waitFor(soon);
    await page.goBack();
    await part('Free to take').getByText('The gate stays open').waitFor(soon);
    await page.keyboard.press('t');
    await page.getByRole('heading', { level: 1, name: 'The gate stays open' }).waitFor(soon);
    await page.getByRole('button', { name: /^Assignee: Sofia Marin/ }).waitFor(soon);
  });

  it('has no accessibility fault, in any theme and on the phone', async () => {
    await tab.checkLooks('work', '?page=work', () => part('Next up').getByText('The cellar is flooded').waitFor(soon));
  });
});
