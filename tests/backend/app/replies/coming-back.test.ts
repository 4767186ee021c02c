import assert from 'node:assert/strict';
import { sweepMailboxes } from '../../../../backend/app/intake/sweep-mailbox.ts';
import { headerOf, type ReplyWorld, replyWorld, support } from '../../../support/reply-world.ts';

const recipient = (address: string, name = address) => ({ emailAddress: { address, name } });

describe('What becomes of mail after it was sent', () => {
  let world: ReplyWorld;
  beforeEach(async () => {
    world = await replyWorld();
  });
  afterEach(() => world.emulator.close());

  async function aCase() {
    const mail = await world.receive({ from: recipient('nadia@example.com', 'Nadia') });
    await world.settle();
    return { id: (await world.cases())[0]?.value.id ?? '', mail };
  }

  /** An agent answers in Outlook: createReply, write, send. */
  async function answerInOutlook(graphId: string, text: string): Promise<void> {
    const call = (path: string, body?: object) =>
      fetch(`${world.emulator.url}/users/${support}/messages/${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${world.emulator.token}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      });
    const sent = await call(`${graphId}/reply`, { message: { body: { contentType: 'text', content: text } } });
    assert.equal(sent.status, 202);
  }

  it('puts on the case, as the first response, what an agent sent from the mailbox with Outlook', async () => {
    const { id, mail } = await aCase();
    await answerInOutlook(mail.id, 'The plumber comes at three.');
    await sweepMailboxes(world.deps);
    await world.settle();
    const messages = await world.store.messages(id);
    const answer = messages.find(({ visibleText }) => visibleText.includes('plumber comes at three'));
    assert.deepEqual([answer?.direction, answer?.automatic], ['outbound', false]);
    const value = (await world.store.get(id))?.value;
    assert.notEqual(value?.firstResponseAt, null);
    assert.equal(value?.status, 'new');
    await sweepMailboxes(world.deps);
    await world.settle();
    assert.equal((await world.store.messages(id)).length, messages.length);
    assert.equal((await world.cases()).length, 1);
  });

  it('takes none of its own mails for an agent’s, also where their headers and ids are gone', async () => {
    world.emulator.faults.set({ sending: { newMessageIds: true, withoutHeaders: ['X-HandyConnect-Case'] } });
    const { id } = await aCase();
    await sweepMailboxes(world.deps);
    await world.settle();
    assert.equal((await world.store.messages(id)).length, 2);
  });

  it('believes nobody who only writes in the name of the mailbox', async () => {
    const { id, mail } = await aCase();
    await world.receive({
      from: recipient(support),
      internetMessageHeaders: [{ name: 'In-Reply-To', value: mail.internetMessageId }],
    });
    await world.settle();
    assert.equal((await world.store.messages(id)).length, 2);
    assert.equal((await world.store.get(id))?.value.firstResponseAt, null);
  });

  it('shows that a mail came back, and warns of the address', async () => {
    const { id } = await aCase();
    const [sent] = world.sent();
    world.clock.advance(2_000);
    await world.receive({
      from: recipient('MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@contoso.example', 'Microsoft Outlook'),
      subject: `Undeliverable: ${sent?.subject}`,
      body: {
        contentType: 'text',
        content: 'Your message to nadia@example.com could not be delivered. 550 5.1.1 User unknown',
      },
      internetMessageHeaders: [
        { name: 'Content-Type', value: 'multipart/report; report-type=delivery-status; boundary="b"' },
        { name: 'Auto-Submitted', value: 'auto-replied' },
        { name: 'In-Reply-To', value: sent?.internetMessageId ?? '' },
        { name: 'References', value: sent?.internetMessageId ?? '' },
      ],
      attachments: [
        {
          name: 'delivery-status',
          contentType: 'message/delivery-status',
          contentBytes: Buffer.from(
            'Reporting-MTA: dns;mx.example.com\r\n\r\nFinal-Recipient: rfc822;nadia@example.com\r\nAction: failed\r\nStatus: 5.1.1\r\n',
          ).toString('base64'),
        },
      ],
    });
    await world.settle();
    const messages = await world.store.messages(id);
    const ours = messages.find(({ delivery }) => delivery !== undefined);
    assert.equal(ours?.delivery?.state, 'bounced');
    assert.match(ours?.delivery?.error ?? '', /did not reach nadia@example\.com/);
    assert.match(ours?.safeHtml ?? '', /case HC-/);
    assert.deepEqual((await world.store.get(id))?.value.undeliverable, ['nadia@example.com']);
    assert.equal(headerOf(world.sent()[1], 'Auto-Submitted'), undefined);
  });
});
