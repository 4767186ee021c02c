import assert from 'node:assert/strict';
import { drainPending } from '../../../../backend/app/intake/drain-pending.ts';
import { messageIdKey } from '../../../../backend/app/intake/mail-key.ts';
import type { IncomingMail } from '../../../../backend/domain/mail/mail.ts';
import { aMail } from '../../../builders/mail.ts';
import { type IntakeWorld, intakeWorld, usualOptions } from '../../../support/intake-world.ts';

const nadia = { email: 'nadia.haddad@example.com', name: 'Nadia Haddad' };
const agent = { id: 'a1', name: 'Jonas', email: 'Jonas@contoso.example', role: 'agent' as const, team: null };
const subject = 'Water is coming through the ceiling';

describe('Where a mail is put', () => {
  let world: IntakeWorld;

  beforeEach(async () => {
    world = await intakeWorld();
    world.deps.directory = { agents: async () => [agent], agent: async () => agent };
  });

  async function receive(...mails: IncomingMail[]) {
    for (const mail of mails) {
      await world.arrive(mail);
      await drainPending(world.deps, 1);
      await world.tailer.catchUpAll();
    }
    const cases = (await world.cases()).map(({ value }) => value);
    return cases.sort((a, b) => (a.number < b.number ? -1 : 1));
  }

  async function lastMessage(caseId: string) {
    return (await world.store.messages(caseId)).at(-1);
  }

  function aBounce(fields: Partial<IncomingMail> = {}) {
    return aMail({
      from: { email: 'mailer-daemon@example.com', name: 'Mail Delivery System' },
      subject: 'Undelivered Mail Returned to Sender',
      body: { type: 'text', content: `Final-Recipient: rfc822; ${nadia.email}\nAction: failed\nStatus: 5.1.1\n` },
      receivedAt: '2026-11-24T14:00:00.000Z',
      ...fields,
    });
  }

  it('a bounce joins the case of the mail it returns, flags the address and wakes nobody', async () => {
    const [opened] = await receive(aMail());
    const key = messageIdKey(world.deps.ids, '<ours@contoso.example>');
    await world.deps.decisions.decideMail(key, { caseId: opened?.id ?? '', messageId: 'm', awaited: false });
    world.mailbox.files.set('returned', new TextEncoder().encode('Message-ID: <ours@contoso.example>\nSubject: Re\n'));
    const returned = { id: 'returned', name: 'x', type: 'message/rfc822', size: 50, inline: false, contentId: null };
    const [after, ...others] = await receive(aBounce({ attachments: [returned] }));
    assert.deepEqual(others, []);
    assert.deepEqual(after?.undeliverable, [nadia.email]);
    assert.equal(after?.status, 'new');
    const message = await lastMessage(after?.id ?? '');
    assert.deepEqual([message?.automatic, message?.threadedBy.rule], [true, 'report']);
    assert.deepEqual(message?.report?.originalIds, ['<ours@contoso.example>']);
    const [again] = await receive(aMail({ headers: [{ name: 'In-Reply-To', value: '<ours@contoso.example>' }] }));
    assert.deepEqual(again?.undeliverable, [], 'whoever writes can be reached');
  });

  it('a bounce is known by our case header only when the address is on that case', async () => {
    const [opened] = await receive(aMail());
    const header = `\nX-HandyConnect-Case: ${opened?.number}\n`;
    const made = (email: string) => `Final-Recipient: rfc822; ${email}\nAction: failed\n${header}`;
    await receive(aBounce({ body: { type: 'text', content: made('stranger@rogue.example') } }));
    assert.equal((await world.store.messages(opened?.id ?? '')).length, 1);
    await receive(aBounce({ body: { type: 'text', content: made(nadia.email) } }));
    assert.equal((await world.store.messages(opened?.id ?? '')).length, 2);
  });

  it('a mail that an agent passes on is the customer’s matter', async () => {
    const content = 'FYI\n\nFrom: Dora <dora@nine.example>\nSent: Monday\nTo: Jonas\nSubject: Broken\n\nIt is broken';
    const from = { email: 'jonas@contoso.example', name: 'Jonas' };
    const [opened] = await receive(aMail({ from, subject: 'FW: Broken', body: { type: 'text', content } }));
    assert.deepEqual(opened?.customer, { email: 'dora@nine.example', name: 'Dora' });
    const stranger = { email: 'oscar@rogue.example', name: 'Oscar' };
    const [, other] = await receive(aMail({ from: stranger, subject: 'FW: Broken', body: { type: 'text', content } }));
    assert.equal(other?.customer.email, 'oscar@rogue.example', 'a stranger may write anything into that block');
  });

  it('an agent who answers from Outlook speaks for us', async () => {
    const first = aMail();
    const [opened] = await receive(first);
    const headers = [{ name: 'In-Reply-To', value: first.internetMessageId ?? '' }];
    const from = { email: 'jonas@contoso.example', name: 'Jonas' };
    await receive(
      aMail({ from, to: [nadia], subject: `RE: ${subject}`, headers, receivedAt: '2026-11-24T15:00:00.000Z' }),
    );
    assert.equal((await lastMessage(opened?.id ?? ''))?.direction, 'outbound');
  });

  it('an answer without headers joins the recent case of its sender with that subject, a fresh mail does not', async () => {
    await receive(aMail());
    assert.equal((await receive(aMail({ subject: `AW: ${subject}` }))).length, 1);
    assert.equal((await receive(aMail({ subject }))).length, 2);
    const from = { email: 'oscar@rogue.example', name: 'Oscar' };
    assert.equal((await receive(aMail({ from, subject: `AW: ${subject}` }))).length, 3);
    const late = { receivedAt: '2027-02-01T00:00:00.000Z' };
    world.clock.advance(40 * 86_400_000);
    assert.equal((await receive(aMail({ subject: `AW: ${subject}`, ...late }))).length, 4);
  });

  it('mails of a foreign ticket system are kept together by its number', async () => {
    const from = { email: 'servicedesk@vendor.example', name: 'Vendor' };
    await receive(aMail({ from, subject: 'INC0012345 opened' }), aMail({ from, subject: 'INC0012345 resolved' }));
    assert.equal((await receive(aMail({ from, subject: 'INC0099999 opened' }))).length, 2);
  });

  it('the address of a case counts only from somebody on it', async () => {
    const [opened] = await receive(aMail());
    const to = [{ email: `support+${opened?.number.toLowerCase()}@contoso.example`, name: '' }];
    assert.equal((await receive(aMail({ to, subject: 'Another thing' }))).length, 1);
    const from = { email: 'oscar@rogue.example', name: 'Oscar' };
    const [, stranger] = await receive(aMail({ to, from, subject: 'Another thing' }));
    assert.deepEqual(stranger?.linked, [{ caseId: opened?.id, kind: 'mentions' }]);
    assert.ok(!stranger?.participants.some((person) => person.email.startsWith('support')));
  });

  it('Outlook’s Thread-Index ties an answer whose conversation has another name', async () => {
    const root = 'Acx7Rk2Pq0ZlT4u8QGuJ3WmV9hYb1A==';
    const child = 'Acx7Rk2Pq0ZlT4u8QGuJ3WmV9hYb1AAAAAEK';
    const index = (value: string) => ({ headers: [{ name: 'Thread-Index', value }] });
    assert.equal((await receive(aMail(index(root)), aMail({ subject: 'Quite different', ...index(child) }))).length, 1);
  });

  it('bulk mail opens a case only where the mailbox wants it', async () => {
    const bulk = { subject: 'Our May news', headers: [{ name: 'List-Unsubscribe', value: '<https://n.example/u>' }] };
    assert.deepEqual(await receive(aMail(bulk)), []);
    world.deps.optionsOf = async () => ({ ...usualOptions, bulkOpensCase: true });
    assert.equal((await receive(aMail(bulk))).length, 1);
  });
});
