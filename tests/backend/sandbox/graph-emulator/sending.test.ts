import assert from 'node:assert/strict';
import { aMessage, type EmulatorFixture, recipient, startEmulatorFixture, support } from './emulator-fixture.ts';

describe('Sending through the Graph emulator', () => {
  let graph: EmulatorFixture;
  before(async () => {
    graph = await startEmulatorFixture();
  });
  beforeEach(() => graph.emulator.reset());
  after(() => graph.emulator.close());

  const sendMail = `/users/${support}/sendMail`;

  it('answers 202 with nothing and keeps the mail among the sent ones', async () => {
    const message = { subject: 'Hello', toRecipients: [recipient('ada@fabrikam.example')] };
    const answer = await graph.call('POST', sendMail, { message });
    assert.deepEqual([answer.status, answer.text], [202, '']);
    const [sent] = graph.emulator.sent(support);
    assert.equal(sent?.subject, 'Hello');
    assert.equal(sent?.from?.emailAddress?.address, support);
    assert.match(sent?.internetMessageId ?? '', /^<.+@contoso\.example>$/);
  });

  it('keeps nothing when asked not to', async () => {
    const message = { subject: 'Hello', toRecipients: [recipient('ada@fabrikam.example')] };
    await graph.call('POST', sendMail, { message, saveToSentItems: false });
    assert.equal(graph.emulator.sent(support).length, 0);
  });

  it('delivers to the mailboxes it has, plus addresses included', async () => {
    const toRecipients = [recipient('sales+case-7@contoso.example'), recipient('ada@fabrikam.example')];
    await graph.call('POST', sendMail, { message: { subject: 'Hello', toRecipients } });
    const [arrived] = graph.emulator.list('sales@contoso.example', 'inbox');
    assert.equal(arrived?.internetMessageId, graph.emulator.sent(support)[0]?.internetMessageId);
  });

  it('refuses own headers without x-, more than five of them, and mail to nobody', async () => {
    const toRecipients = [recipient('ada@fabrikam.example')];
    const auto = [{ name: 'Auto-Submitted', value: 'auto-replied' }];
    const many = Array.from({ length: 6 }, (_, n) => ({ name: `x-${n}`, value: 'v' }));
    for (const internetMessageHeaders of [auto, many]) {
      const { status, json } = await graph.call('POST', sendMail, {
        message: { toRecipients, internetMessageHeaders },
      });
      assert.deepEqual([status, json.error?.code], [400, 'InvalidInternetMessageHeader']);
    }
    assert.equal((await graph.call('POST', sendMail, { message: { toRecipients: [] } })).status, 400);
    assert.equal((await graph.call('POST', sendMail, { subject: 'no message' })).status, 400);
    assert.equal((await graph.call('POST', sendMail, 'not json')).status, 400);
  });

  it('sends MIME with every header it has, its text decoded', async () => {
    const mime = [
      'From: Support <support@contoso.example>',
      'To: "Lovelace, Ada" <ada@fabrikam.example>, bob@fabrikam.example',
      'Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?= aus',
      ' Wien',
      'Message-ID: <hc-1@contoso.example>',
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="b1"',
      '',
      '--b1',
      'Content-Type: multipart/alternative; boundary=b2',
      '',
      '--b2',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'plain',
      '--b2',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '<p>Sch=C3=B6n=',
      'e</p>',
      '--b2--',
      '--b1',
      'Content-Type: text/plain; name="a.txt"',
      'Content-Disposition: attachment; filename="a.txt"',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('file').toString('base64'),
      '--b1--',
      '',
    ].join('\r\n');
    const base64 = Buffer.from(mime).toString('base64');
    assert.equal((await graph.call('POST', sendMail, base64, { 'content-type': 'text/plain' })).status, 202);
    const [sent] = graph.emulator.sent(support);
    assert.equal(sent?.subject, 'Grüße aus Wien');
    assert.equal(sent?.internetMessageId, '<hc-1@contoso.example>');
    assert.deepEqual(sent?.body, { contentType: 'html', content: '<p>Schöne</p>' });
    assert.deepEqual(
      sent?.toRecipients.map((each) => [each.emailAddress?.name, each.emailAddress?.address]),
      [
        ['Lovelace, Ada', 'ada@fabrikam.example'],
        ['bob@fabrikam.example', 'bob@fabrikam.example'],
      ],
    );
    assert.ok(
      sent?.internetMessageHeaders.some(({ name, value }) => name === 'Auto-Submitted' && value === 'auto-replied'),
    );
    assert.deepEqual(
      sent?.attachments.map(({ name, contentBytes }) => [name, Buffer.from(contentBytes ?? '', 'base64').toString()]),
      [['a.txt', 'file']],
    );
    assert.equal((await graph.call('POST', sendMail, '%%%', { 'content-type': 'text/plain' })).status, 400);
  });

  it('drafts an answer in the same conversation and sends it', async () => {
    const ccRecipients = [recipient('cc@fabrikam.example')];
    const laid = await graph.emulator.deliver(support, aMessage({ ccRecipients, internetMessageId: '<1@x>' }));
    const draft = await graph.call('POST', `/users/${support}/messages/${laid.id}/createReplyAll`, {
      comment: 'On it <now>',
    });
    assert.equal(draft.status, 201);
    assert.equal(draft.json.subject, 'RE: Broken lift');
    assert.equal(draft.json.isDraft, true);
    const id = String(draft.json.id);
    await graph.call('PATCH', `/users/${support}/messages/${id}`, { subject: 'RE: Broken lift [HC-1]' });
    assert.equal((await graph.call('POST', `/users/${support}/messages/${id}/send`)).status, 202);
    const [sent] = graph.emulator.sent(support);
    assert.equal(sent?.id, id);
    assert.equal(sent?.isDraft, false);
    assert.equal(sent?.conversationId, laid.conversationId);
    assert.deepEqual(sent?.ccRecipients, ccRecipients);
    assert.ok(sent?.internetMessageHeaders.some(({ name, value }) => name === 'In-Reply-To' && value === '<1@x>'));
    assert.ok(sent?.body.content.includes('On it &lt;now&gt;'));
    assert.equal((await graph.call('POST', `/users/${support}/messages/${id}/send`)).status, 400);
  });

  it('answers at once, but not with a comment and a body together', async () => {
    const laid = await graph.emulator.deliver(support, aMessage({ replyTo: [recipient('desk@fabrikam.example')] }));
    const path = `/users/${support}/messages/${laid.id}/reply`;
    const body = { contentType: 'text', content: 'Hi' };
    assert.equal((await graph.call('POST', path, { comment: 'Hi', message: { body } })).status, 400);
    assert.equal((await graph.call('POST', path, { message: { body } })).status, 202);
    const [sent] = graph.emulator.sent(support);
    assert.equal(sent?.body.content, 'Hi');
    assert.deepEqual(sent?.toRecipients, [recipient('desk@fabrikam.example')]);
  });
});
