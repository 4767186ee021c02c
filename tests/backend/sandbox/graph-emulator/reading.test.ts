import assert from 'node:assert/strict';
import { aMessage, type EmulatorFixture, startEmulatorFixture, support } from './emulator-fixture.ts';

describe('Reading from the Graph emulator', () => {
  let graph: EmulatorFixture;
  before(async () => {
    graph = await startEmulatorFixture();
  });
  beforeEach(() => graph.emulator.reset());
  after(() => graph.emulator.close());

  const messages = `/users/${support}/messages`;
  const inbox = `/users/${support}/mailFolders/inbox/messages`;

  it('takes only its token', async () => {
    for (const authorization of ['', 'Bearer wrong', 'Basic sandbox']) {
      const { status, json } = await graph.call('GET', messages, undefined, { authorization });
      assert.equal(status, 401);
      assert.equal(json.error?.code, 'InvalidAuthenticationToken');
    }
    assert.equal((await graph.call('POST', '/_emulator/reset', {}, { authorization: 'Bearer wrong' })).status, 401);
  });

  it('keeps the internet headers, attachments and unique body back until they are asked for', async () => {
    const laid = await graph.emulator.deliver(
      support,
      aMessage({ internetMessageHeaders: [{ name: 'A', value: 'b' }] }),
    );
    const plain = await graph.call('GET', `${messages}/${laid.id}`);
    assert.equal(plain.json.internetMessageHeaders, undefined);
    assert.equal(plain.json.attachments, undefined);
    assert.equal(plain.json.bodyPreview, 'It is stuck .');
    const asked = await graph.call('GET', `${messages}/${laid.id}?$select=internetMessageHeaders,subject`);
    assert.deepEqual(asked.json.internetMessageHeaders, [{ name: 'A', value: 'b' }]);
    assert.deepEqual(Object.keys(asked.json).sort(), [
      '@odata.context',
      '@odata.etag',
      'id',
      'internetMessageHeaders',
      'subject',
    ]);
  });

  it('refuses what Graph refuses', async () => {
    const refusals: [string, number, string][] = [
      [`${messages}?$select=colour`, 400, 'RequestBroker--ParseUri'],
      [`${inbox}/delta?$select=colour`, 400, 'RequestBroker--ParseUri'],
      [`${messages}?$filter=colour eq 'red'`, 400, 'ErrorInvalidUrlQueryFilter'],
      [`${messages}?$filter=receivedDateTime ge yesterday`, 400, 'ErrorInvalidUrlQueryFilter'],
      [`${messages}?$filter=isRead eq false&$orderby=receivedDateTime`, 400, 'InefficientFilter'],
      [`${messages}?$expand=everything`, 400, 'RequestBroker--ParseUri'],
      [`${messages}?$top=0`, 400, 'BadRequest'],
      [`${messages}?$search=x`, 400, 'BadRequest'],
      [`${messages}/xyz`, 400, 'ErrorInvalidIdMalformed'],
      ['/users/nobody@contoso.example/messages', 404, 'ErrorInvalidUser'],
      [`/users/${support}/mailFolders/spam/messages`, 404, 'ErrorFolderNotFound'],
      [`/users/${support}/calendar`, 400, 'BadRequest'],
      [`${inbox}/delta?$deltatoken=nonsense`, 400, 'BadRequest'],
    ];
    for (const [path, status, code] of refusals) {
      const answer = await graph.call('GET', path);
      assert.equal(answer.status, status, path);
      assert.equal(answer.json.error?.code, code, path);
    }
  });

  it('filters and sorts, and pages with links that lead on', async () => {
    for (let n = 0; n < 25; n += 1) {
      const receivedDateTime = `2026-11-20T08:00:${String(n).padStart(2, '0')}Z`;
      await graph.emulator.deliver(support, aMessage({ subject: `n${n}`, receivedDateTime }));
    }
    const subjects: unknown[] = [];
    const query =
      '$filter=receivedDateTime ge 2026-11-20T08:00:03Z&$orderby=receivedDateTime desc&$select=subject&$top=10';
    let next: unknown = `${inbox}?${query}&$count=true`;
    for (; typeof next === 'string'; ) {
      const page = await graph.call('GET', next);
      assert.equal(page.json['@odata.count'], 22);
      subjects.push(...(page.json.value ?? []).map((message) => message.subject));
      next = page.json['@odata.nextLink'];
    }
    assert.deepEqual(
      subjects,
      Array.from({ length: 22 }, (_, n) => `n${24 - n}`),
    );
  });

  it('finds by Message-ID and by conversation', async () => {
    const first = await graph.emulator.deliver(support, aMessage({ internetMessageId: "<o'b@x>" }));
    const byId = await graph.call(
      'GET',
      `${messages}?$filter=${encodeURIComponent("internetMessageId eq '<o''b@x>'")}`,
    );
    assert.deepEqual(
      byId.json.value?.map(({ id }) => id),
      [first.id],
    );
    const filter = `conversationId eq '${first.conversationId}'`;
    assert.equal((await graph.call('GET', `${messages}?$filter=${encodeURIComponent(filter)}`)).json.value?.length, 1);
  });

  it('changes the ordinary id of a message that moves, but not the immutable one', async () => {
    const laid = await graph.emulator.deliver(support, aMessage());
    const ordinary = { prefer: '' };
    const before = await graph.call('GET', inbox, undefined, ordinary);
    const oldId = String(before.json.value?.[0]?.id);
    const moved = await graph.call('POST', `${messages}/${oldId}/move`, { destinationId: 'archive' }, ordinary);
    assert.equal(moved.status, 201);
    assert.notEqual(moved.json.id, oldId);
    assert.equal((await graph.call('GET', `${messages}/${oldId}`)).json.error?.code, 'ErrorItemNotFound');
    assert.equal((await graph.call('GET', `${messages}/${laid.id}`)).json.id, laid.id);
  });

  it('throws a message in the bin first and away the second time', async () => {
    const { id } = await graph.emulator.deliver(support, aMessage());
    assert.equal((await graph.call('DELETE', `${messages}/${id}`)).status, 204);
    assert.equal(graph.emulator.list(support, 'deleteditems').length, 1);
    assert.equal((await graph.call('DELETE', `${messages}/${id}`)).status, 204);
    assert.equal((await graph.call('GET', `${messages}/${id}`)).status, 404);
  });

  it('lets a reader mark and categorise a message, but not rewrite it', async () => {
    const { id, changeKey } = await graph.emulator.deliver(support, aMessage());
    const patched = await graph.call('PATCH', `${messages}/${id}`, { isRead: true, categories: ['Case'] });
    assert.equal(patched.json.isRead, true);
    assert.deepEqual(patched.json.categories, ['Case']);
    assert.notEqual(patched.json.changeKey, changeKey);
    assert.equal((await graph.call('PATCH', `${messages}/${id}`, { subject: 'Other' })).status, 400);
  });

  it('tells in pages what changed since a token, each message once, and what has gone', async () => {
    const laid = [];
    for (let n = 0; n < 5; n += 1) laid.push(await graph.emulator.deliver(support, aMessage({ subject: `n${n}` })));
    const prefer = { prefer: 'IdType="ImmutableId", odata.maxpagesize=2' };
    const first = await readRound(graph, `${inbox}/delta?$select=subject`, prefer);
    assert.deepEqual(
      first.values.map(({ subject }) => subject),
      ['n0', 'n1', 'n2', 'n3', 'n4'],
    );
    assert.equal(first.pages, 3);
    await graph.call('PATCH', `${messages}/${laid[1]?.id}`, { isRead: true });
    await graph.call('PATCH', `${messages}/${laid[1]?.id}`, { isRead: false });
    await graph.call('POST', `${messages}/${laid[2]?.id}/move`, { destinationId: 'archive' });
    await graph.call('POST', `${messages}/${laid[3]?.id}/permanentDelete`);
    const second = await readRound(graph, first.deltaLink, prefer);
    assert.deepEqual(
      second.values.map((each) => [each.id, each['@removed'] ?? each.subject]),
      [
        [laid[1]?.id, 'n1'],
        [laid[2]?.id, { reason: 'changed' }],
        [laid[3]?.id, { reason: 'deleted' }],
      ],
    );
    assert.deepEqual((await readRound(graph, second.deltaLink, prefer)).values, []);
  });

  it('puts an answer into the conversation it answers unless the subject is another', async () => {
    const first = await graph.emulator.deliver(support, aMessage({ internetMessageId: '<1@x>' }));
    const headers = (value: string) => ({ internetMessageHeaders: [{ name: 'References', value }] });
    const reply = await graph.emulator.deliver(
      support,
      aMessage({ subject: 'AW: Broken lift', ...headers('<0@x> <1@x>') }),
    );
    const edited = await graph.emulator.deliver(support, aMessage({ subject: 'Other', ...headers('<1@x>') }));
    const bare = await graph.emulator.deliver(support, aMessage({ subject: 'Re: broken lift' }));
    const fresh = await graph.emulator.deliver(support, aMessage());
    assert.equal(reply.conversationId, first.conversationId);
    assert.equal(bare.conversationId, first.conversationId);
    assert.notEqual(edited.conversationId, first.conversationId);
    assert.notEqual(fresh.conversationId, first.conversationId);
  });
});

async function readRound(graph: EmulatorFixture, start: string, headers: Record<string, string>) {
  const values: Record<string, unknown>[] = [];
  let pages = 0;
  for (let link = start; ; pages += 1) {
    const { json } = await graph.call('GET', link, undefined, headers);
    values.push(...(json.value ?? []));
    const next = json['@odata.nextLink'];
    if (typeof next !== 'string') return { values, pages: pages + 1, deltaLink: String(json['@odata.deltaLink']) };
    link = next;
  }
}
