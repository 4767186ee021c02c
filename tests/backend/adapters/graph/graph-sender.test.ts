import assert from 'node:assert/strict';
import { isFailure } from '../../../../backend/domain/failure.ts';
import type { Letter } from '../../../../backend/domain/mail/letter.ts';
import type { MailSender } from '../../../../backend/ports/mail-sender.ts';
import { aGraphMessage, type GraphFixture, startGraphFixture, support } from './graph-fixture.ts';

const id = '0123456789abcdef01234567';
const messageId = `<hc.${id}.${id}@contoso.example>`;

function aLetter(fields: Partial<Letter> = {}): Letter {
  return {
    id,
    mailbox: support,
    internetMessageId: messageId,
    caseNumber: 'HC-1042',
    to: [{ email: 'ada@fabrikam.example', name: 'Löw, Ada "the first"' }],
    cc: [{ email: 'bob@fabrikam.example', name: '' }],
    subject: 'Re: Grüße [HC-1042]',
    html: '<p>Schöne Grüße</p>',
    text: 'Schöne Grüße',
    inReplyTo: '<q@fabrikam.example>',
    references: ['<p@fabrikam.example>', '<q@fabrikam.example>'],
    automatic: false,
    at: '2026-03-02T09:00:00.000Z',
    attachments: [],
    ...fields,
  };
}

describe('Sending through Graph', () => {
  let graph: GraphFixture;
  let sender: MailSender;
  before(async () => {
    graph = await startGraphFixture();
    sender = graph.another({ maxRetries: 0, timeoutMs: 2_000 });
  });
  beforeEach(() => graph.emulator.reset());
  after(() => graph.emulator.close());

  const marks = (graphId: string | null) => {
    return { graphId, internetMessageId: messageId, mark: id, since: new Date(Date.now() - 60_000).toISOString() };
  };

  it('drafts with every header, sends, and finds the mail under the id of its draft', async () => {
    const question = await graph.emulator.deliver(support, aGraphMessage());
    const graphId = await sender.draft(aLetter(), question.id);
    assert.equal((await sender.look(support, marks(graphId)))?.state, 'draft');
    await sender.send(support, graphId);
    const [sent] = graph.emulator.sent(support);
    assert.equal(sent?.conversationId, question.conversationId);
    assert.equal(sent?.subject, 'Re: Grüße [HC-1042]');
    assert.deepEqual(sent?.toRecipients[0]?.emailAddress?.address, 'ada@fabrikam.example');
    const headers = new Map(sent?.internetMessageHeaders.map(({ name, value }) => [name.toLowerCase(), value]));
    assert.equal(headers.get('message-id'), messageId);
    assert.equal(headers.get('in-reply-to'), '<q@fabrikam.example>');
    assert.equal(headers.get('references'), '<p@fabrikam.example> <q@fabrikam.example>');
    assert.equal(headers.get('x-handyconnect-case'), 'HC-1042');
    assert.equal(headers.get('auto-submitted'), undefined);
    const found = await sender.look(support, marks(graphId));
    assert.deepEqual([found?.graphId, found?.state], [graphId, 'sent']);
  });

  it('finds a sent mail by its Message-ID, and by its mark where the id was changed', async () => {
    for (const newMessageIds of [false, true]) {
      graph.emulator.reset();
      graph.emulator.faults.set({ sending: { newMessageIds } });
      await sender.send(support, await sender.draft(aLetter(), null));
      assert.equal((await sender.look(support, marks(null)))?.state, 'sent');
    }
    assert.equal(await sender.look(support, { ...marks(null), internetMessageId: '<x@y>', mark: 'other' }), null);
  });

  it('does without the answered mail when that is gone', async () => {
    const gone = await graph.emulator.deliver(support, aGraphMessage());
    graph.emulator.reset();
    const graphId = await sender.draft(aLetter(), gone.id);
    assert.equal((await sender.look(support, marks(graphId)))?.state, 'draft');
    await sender.discard(support, graphId);
    await sender.discard(support, graphId);
    assert.equal(graph.emulator.list(support, 'drafts').length, 0);
  });

  it('sends a draft once only', async () => {
    const graphId = await sender.draft(aLetter(), null);
    await sender.send(support, graphId);
    await assert.rejects(sender.send(support, graphId), (error) => isFailure(error, 'invalid'));
    assert.equal(graph.emulator.sent(support).length, 1);
  });

  it('knows whether it may send without sending', async () => {
    await sender.maySend(support);
    assert.equal(graph.emulator.sent(support).length + graph.emulator.list(support, 'drafts').length, 0);
    const stranger = graph.another({ token: async () => 'another token', maxRetries: 0 });
    await assert.rejects(stranger.maySend(support), (error) => isFailure(error, 'forbidden'));
  });
});
