import assert from 'node:assert/strict';
import { toIncomingMail } from '../../../../backend/adapters/graph/graph-message.ts';
import { createMailText } from '../../../../backend/adapters/mail-text/mail-text.ts';
import { drainPending } from '../../../../backend/app/intake/drain-pending.ts';
import { inspectMail } from '../../../../backend/app/intake/inspect-mail.ts';
import { aMail } from '../../../builders/mail.ts';
import { type IntakeWorld, intakeWorld } from '../../../support/intake-world.ts';

const answer = {
  internetMessageId: '<answer@customer.example>',
  subject: 'AW: Water is coming through the ceiling',
  from: { emailAddress: { address: 'nadia.haddad@example.com', name: 'Nadia Haddad' } },
  toRecipients: [{ emailAddress: { address: 'support@contoso.example' } }],
  body: { contentType: 'text', content: 'It stopped.\n\n-- \nNadia\n' },
};

function inReplyTo(id: string) {
  return { ...answer, internetMessageHeaders: [{ name: 'In-Reply-To', value: id }] };
}

describe('Inspecting a mail', () => {
  let world: IntakeWorld;
  let inspect: (message: unknown, mailbox?: string) => ReturnType<typeof inspectMail>;

  beforeEach(async () => {
    world = await intakeWorld();
    const deps = { ...world.deps, readMail: toIncomingMail, mailText: createMailText() };
    inspect = (message, mailbox) => inspectMail(deps, { message, mailbox });
  });

  async function received() {
    const mail = aMail();
    await world.arrive(mail);
    await drainPending(world.deps, 1);
    const [opened] = await world.cases();
    assert.ok(opened !== undefined && mail.internetMessageId !== null);
    return { opened, id: mail.internetMessageId };
  }

  it('says what it is, how it reads and which case it would join', async () => {
    const { opened, id } = await received();
    const found = await inspect(inReplyTo(id));
    assert.equal(found.judgement.kind, 'human');
    assert.equal(found.judgement.mayAutoRespond, true);
    assert.equal(found.visibleText, 'It stopped.');
    assert.equal(found.signature, 'Nadia');
    assert.equal(found.baseSubject, 'Water is coming through the ceiling');
    assert.deepEqual(found.match, { caseId: opened.value.id, why: 'In-Reply-To names a mail of the case.' });
  });

  it('changes nothing, and does not wait for a mail that has not come', async () => {
    const before = { decided: await world.deps.decisions.mail('0'.repeat(24)), heads: await world.store.heads() };
    const found = await inspect(inReplyTo('<never@customer.example>'));
    assert.equal(found.match.caseId, null);
    assert.deepEqual(await world.store.heads(), before.heads);
    assert.deepEqual(await world.cases(), []);
    const again = await inspect(inReplyTo('<never@customer.example>'));
    assert.deepEqual(again, found);
  });

  it('finds the case of a mail that has been received', async () => {
    const { opened, id } = await received();
    const found = await inspect({ ...answer, internetMessageId: id });
    assert.equal(found.match.caseId, opened.value.id);
  });

  it('knows mail of the mailbox it is asked about for our own', async () => {
    const from = { emailAddress: { address: 'desk@contoso.example' } };
    assert.equal((await inspect({ ...answer, from }, 'Desk@contoso.example')).judgement.kind, 'own_message');
    assert.equal((await inspect({ ...answer, from })).judgement.kind, 'human');
  });

  it('answers for anything that JSON can say', async () => {
    const odd = [null, 0, 'x', true, [], [[]], {}, { body: 7 }, { subject: {} }, { internetMessageHeaders: [1, {}] }];
    const nested = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`);
    for (const message of [...odd, nested, { body: nested }, { from: nested, toRecipients: 'x', attachments: [{}] }]) {
      assert.equal((await inspect(message)).match.caseId, null);
    }
  });
});
