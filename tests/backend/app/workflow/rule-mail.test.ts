import assert from 'node:assert/strict';
import { system } from '../../../../backend/domain/access/actor.ts';
import { aRule } from '../../../builders/rule.ts';
import { MemoryTables } from '../../../fakes/memory-tables.ts';
import { headerOf, type ReplyWorld, replyWorld } from '../../../support/reply-world.ts';
import { type WorkflowWorld, workflowWorld } from '../../../support/workflow-world.ts';

const day = 86_400_000;

/** From the customer's mail in the mailbox to ours in Sent Items, over the real Graph adapter. */
describe('Mail that a rule sends', () => {
  let mails: ReplyWorld;
  let world: WorkflowWorld;
  before(async () => {
    const backend = new MemoryTables();
    mails = await replyWorld({ backend });
    world = await workflowWorld(backend, mails);
    const { value, etag } = await world.app.readSettings('templates');
    const templates = value as { acknowledgements: object };
    const quiet = { ...templates, acknowledgements: { ...templates.acknowledgements, enabled: false } };
    await world.app.writeSettings(system, 'templates', quiet, etag);
    await world.setRules(
      aRule({
        when: [{ kind: 'time_since', since: 'last_message', amount: 2, unit: 'day' }],
        if: { field: 'status', op: 'is', value: 'new' },
        do: [{ kind: 'send_mail', mail: 'still_working' }],
      }),
      aRule({ when: [{ kind: 'mail_arrived' }], do: [{ kind: 'send_mail', mail: 'confirm_solved' }] }),
    );
  });
  after(() => mails.emulator.close());

  async function settleAll(): Promise<void> {
    await world.settle();
    await mails.settle();
  }

  it('leaves marked as automatic, in the thread, and stands on the case', async () => {
    const letter = await mails.receive();
    await settleAll();
    world.clock.advance(2 * day);
    await settleAll();
    const sent = mails.sent();
    assert.equal(sent.length, 2);
    for (const mail of sent) {
      assert.equal(mail.toRecipients?.[0]?.emailAddress?.address, letter.from?.emailAddress?.address);
      assert.match(headerOf(mail, 'X-HandyConnect-Case') ?? '', /./);
    }
    const [opened] = await world.cases();
    const messages = await world.store.messages(opened?.value.id ?? '');
    const outbound = messages.filter(({ direction }) => direction === 'outbound');
    assert.deepEqual(
      outbound.map(({ automatic, delivery }) => [automatic, delivery?.state]),
      [
        [true, 'sent'],
        [true, 'sent'],
      ],
    );
    assert.equal(opened?.value.firstResponseAt, null);
  });

  it('is not sent to a machine, nor twice within the hour to one customer', async () => {
    const before = mails.sent().length;
    const from = { emailAddress: { address: 'same@example.com', name: 'Same' } };
    await mails.receive({ from });
    await settleAll();
    await mails.receive({ from });
    await settleAll();
    assert.equal(mails.sent().length, before + 1);
    const headers = [{ name: 'Auto-Submitted', value: 'auto-replied' }];
    const [, answered] = [await world.cases(), mails.sent().at(-1)];
    world.clock.advance(2 * 3_600_000);
    await mails.receive({
      from,
      subject: `Re: ${answered?.subject}`,
      internetMessageHeaders: [...headers, { name: 'In-Reply-To', value: answered?.internetMessageId ?? '' }],
    });
    await settleAll();
    assert.equal(mails.sent().length, before + 1);
  });
});
