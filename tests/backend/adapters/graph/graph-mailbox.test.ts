import assert from 'node:assert/strict';
import { isFailure } from '../../../../backend/domain/failure.ts';
import { aGraphMessage, type GraphFixture, startGraphFixture, support } from './graph-fixture.ts';

describe('The Graph mailbox', () => {
  let graph: GraphFixture;
  before(async () => {
    graph = await startGraphFixture();
  });
  beforeEach(() => graph.emulator.reset());
  after(() => graph.emulator.close());

  it('reads a mail with its headers, in our words', async () => {
    const laid = await graph.emulator.deliver(
      support,
      aGraphMessage({
        receivedDateTime: '2026-11-20T08:00:00Z',
        ccRecipients: [{ emailAddress: { address: 'B@X.Example' } }],
      }),
    );
    const mail = await graph.mailbox.fetch(support, laid.id);
    assert.equal(mail.graphId, laid.id);
    assert.equal(mail.internetMessageId, laid.internetMessageId);
    assert.equal(mail.conversationId, laid.conversationId);
    assert.deepEqual(mail.from, { email: 'ada@fabrikam.example', name: 'Ada' });
    assert.deepEqual(mail.cc, [{ email: 'b@x.example', name: '' }]);
    assert.deepEqual(mail.headers, [{ name: 'X-Origin', value: 'test' }]);
    assert.deepEqual(mail.body, { type: 'text', content: 'Since this morning.' });
    assert.equal(mail.receivedAt, '2026-11-20T08:00:00.000Z');
    assert.equal(mail.isDraft, false);
  });

  it('reads a mail without a sender', async () => {
    const laid = await graph.emulator.deliver(support, aGraphMessage({ from: null }));
    const mail = await graph.mailbox.fetch(support, laid.id);
    assert.equal(mail.from, null);
    assert.equal(mail.sender, null);
  });

  it('still knows a mail by its id after it was moved to another folder', async () => {
    const laid = await graph.emulator.deliver(support, aGraphMessage());
    await graphPost(graph, `/users/${support}/messages/${laid.id}/move`, { destinationId: 'archive' });
    assert.equal((await graph.mailbox.fetch(support, laid.id)).graphId, laid.id);
  });

  it('says not-found for a mail that is gone, one of another mailbox, an id that is none, and an unknown mailbox', async () => {
    const laid = await graph.emulator.deliver(support, aGraphMessage());
    await graphPost(graph, `/users/${support}/messages/${laid.id}/permanentDelete`);
    const other = await graph.emulator.deliver('sales@contoso.example', aGraphMessage());
    const fetches = [
      [support, laid.id],
      [support, other.id],
      [support, 'no-such-id'],
      [support, '..'],
      [support, ''],
      ['nobody@contoso.example', other.id],
      ['..', other.id],
    ] as const;
    for (const [mailbox, id] of fetches) {
      await assert.rejects(
        graph.mailbox.fetch(mailbox, id),
        (error) => isFailure(error, 'not-found'),
        `${mailbox} ${id}`,
      );
    }
  });

  it('lists attachments without their bytes, inline images with their content id', async () => {
    const laid = await graph.emulator.deliver(support, withAttachments());
    const mail = await graph.mailbox.fetch(support, laid.id);
    assert.deepEqual(
      mail.attachments.map(({ name, type, size, inline, contentId }) => ({ name, type, size, inline, contentId })),
      [
        { name: 'plan.pdf', type: 'application/pdf', size: 5, inline: false, contentId: null },
        { name: 'logo.png', type: 'image/png', size: 3, inline: true, contentId: 'logo@1' },
      ],
    );
  });

  it('lists inline images although Graph says that a mail with nothing else has no attachments', async () => {
    const [, image] = withAttachments().attachments as unknown[];
    const message = aGraphMessage({
      body: { contentType: 'html', content: '<img src="cid:logo@1">' },
      attachments: [image],
    });
    const laid = await graph.emulator.deliver(support, message);
    assert.equal(laid.hasAttachments, false);
    assert.equal((await graph.mailbox.fetch(support, laid.id)).attachments.length, 1);
  });

  it('brings the bytes of an attachment, and those of an attached mail', async () => {
    const message = withAttachments();
    const attached = { '@odata.type': '#microsoft.graph.itemAttachment', name: 'Fwd', contentType: null, size: 9 };
    const laid = await graph.emulator.deliver(support, {
      ...message,
      attachments: [...(message.attachments as unknown[]), attached],
    });
    const mail = await graph.mailbox.fetch(support, laid.id);
    const [file, , item] = mail.attachments;
    const { bytes, type, name } = await graph.mailbox.attachment(support, laid.id, file?.id ?? '');
    assert.deepEqual(
      { text: Buffer.from(bytes).toString(), type, name },
      { text: 'hello', type: 'application/pdf', name: 'plan.pdf' },
    );
    const whole = await graph.mailbox.attachment(support, laid.id, item?.id ?? '');
    assert.equal(whole.type, 'message/rfc822');
    await assert.rejects(graph.mailbox.attachment(support, laid.id, 'none'), (error) => isFailure(error, 'not-found'));
  });

  it('finds a mail by its Message-ID, whatever characters that holds', async () => {
    for (const id of ["<o'brien+1&2=3%25#?@x.example>", '<ordinary@x.example>']) {
      const laid = await graph.emulator.deliver(support, aGraphMessage({ internetMessageId: id }));
      assert.equal(await graph.mailbox.find(support, id), laid.id);
    }
    assert.equal(await graph.mailbox.find(support, '<unknown@x.example>'), null);
    assert.equal(await graph.mailbox.find(support, `<${'a'.repeat(2000)}@x.example>`), null);
  });

  it('finds the received mail rather than a draft, and always the same of two copies', async () => {
    const internetMessageId = '<twice@x.example>';
    const later = aGraphMessage({ internetMessageId, receivedDateTime: '2026-11-20T09:00:00Z' });
    await graphPost(graph, `/users/${support}/messages`, { subject: 'draft', internetMessageId });
    await graph.emulator.deliver(support, later);
    const first = await graph.emulator.deliver(support, { ...later, receivedDateTime: '2026-11-20T08:00:00Z' });
    assert.equal(await graph.mailbox.find(support, internetMessageId), first.id);
  });

  it('lists every mail received since a moment, over all pages', async () => {
    const ids = await deliverMany(graph, 450, (n) => new Date(Date.UTC(2026, 10, 20, 8, 0, n)).toISOString());
    const since = '2026-11-20T08:00:40.900Z';
    assert.deepEqual(idsOf(await graph.mailbox.receivedSince(support, since)), ids.slice(40));
    assert.deepEqual(await graph.mailbox.receivedSince(support, '2027-01-01T00:00:00.000Z'), []);
  });

  it('finds what left the inbox, without drafts and what we sent', async () => {
    const mail = await graph.emulator.deliver(support, aGraphMessage());
    await graphPost(graph, `/users/${support}/messages/${mail.id}/move`, { destinationId: 'archive' });
    await graphPost(graph, `/users/${support}/messages`, aGraphMessage({ subject: 'Draft' }));
    await graph.emulator.deliver(support, aGraphMessage({ from: { emailAddress: { address: support } } }));
    const since = '2020-01-01T00:00:00.000Z';
    assert.deepEqual(idsOf(await graph.mailbox.receivedSince(support, since, 'anywhere')), [mail.id]);
  });

  it('reads the whole inbox at first, over all pages, and then only what changed', async () => {
    const ids = await deliverMany(graph, 430, () => undefined);
    const first = await graph.mailbox.delta(support, null);
    assert.deepEqual(idsOf(first.mails), ids);
    assert.match(first.mails[0]?.internetMessageId ?? '', /^<.+>$/);
    assert.ok(first.cursor?.startsWith('/users/'), 'the cursor does not hold the address of the server');
    const quiet = await graph.mailbox.delta(support, first.cursor);
    assert.deepEqual(quiet.mails, []);
    const added = await graph.emulator.deliver(support, aGraphMessage());
    await graphPost(graph, `/users/${support}/messages/${ids[3]}/permanentDelete`);
    const next = await graph.mailbox.delta(support, quiet.cursor);
    assert.deepEqual(idsOf(next.mails), [added.id]);
  });

  it('asks for everything to be read again when Graph forgot the cursor', async () => {
    await graph.emulator.deliver(support, aGraphMessage());
    const { cursor } = await graph.mailbox.delta(support, null);
    graph.emulator.faults.loseDeltaTokens();
    assert.deepEqual(await graph.mailbox.delta(support, cursor), { mails: [], cursor: null });
    assert.equal((await graph.mailbox.delta(support, null)).mails.length, 1);
  });
});

function idsOf(mails: { graphId: string }[]): string[] {
  return mails.map(({ graphId }) => graphId);
}

function withAttachments() {
  return aGraphMessage({
    attachments: [
      {
        '@odata.type': '#microsoft.graph.fileAttachment',
        name: 'plan.pdf',
        contentType: 'application/pdf',
        contentBytes: Buffer.from('hello').toString('base64'),
      },
      {
        '@odata.type': '#microsoft.graph.fileAttachment',
        name: 'logo.png',
        contentType: 'image/png',
        contentBytes: Buffer.from('png').toString('base64'),
        isInline: true,
        contentId: 'logo@1',
      },
    ],
  });
}

async function deliverMany(graph: GraphFixture, count: number, receivedDateTime: (n: number) => string | undefined) {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const message = aGraphMessage({ subject: `Mail ${n}`, receivedDateTime: receivedDateTime(n) });
    ids.push((await graph.emulator.deliver(support, message)).id);
  }
  return ids;
}

async function graphPost({ emulator }: GraphFixture, path: string, body: unknown = {}): Promise<void> {
  const response = await fetch(emulator.url + path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${emulator.token}`,
      'content-type': 'application/json',
      prefer: 'IdType="ImmutableId"',
    },
    body: JSON.stringify(body),
  });
  assert.ok(response.ok, await response.text());
}
