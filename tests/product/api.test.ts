import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { endpoints } from '../../backend/contracts/endpoints.ts';
import { allCases, signIn, type TestApi } from '../support/api.ts';
import { freePort, RunningProduct } from '../support/product.ts';

const noCase = '0123456789abcdef01234567';
const newCase = {
  subject: 'Door code refused',
  description: 'The cleaning crew stands outside.',
  customer: { email: 'marek.dvorak@example.com', name: 'Marek Dvorak' },
};

describe('The API of a running product', function () {
  this.timeout(60_000);
  let dataDir: string;
  let product: RunningProduct;
  let api: TestApi;

  before(async () => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'handyconnect-api-'));
    product = new RunningProduct({ dataDir, port: await freePort() });
    await product.ready();
    api = await signIn(product.url);
  });

  after(async () => {
    await product.kill();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function raw(method: string, url: string, body?: string, headers: Record<string, string> = {}) {
    const response = await fetch(product.url + url, {
      method,
      headers: {
        authorization: `Bearer ${api.token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
  }

  function assertProblem(answer: Awaited<ReturnType<typeof raw>>, status: number): void {
    assert.equal(answer.status, status, JSON.stringify(answer.body));
    assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
    for (const field of ['type', 'title', 'code', 'detail', 'requestId']) {
      assert.equal(typeof answer.body[field], 'string', field);
    }
    assert.equal(answer.body.requestId, answer.headers.get('x-request-id'));
  }

  it('answers bad input with a problem that says what is wrong', async () => {
    assertProblem(await raw('GET', `/api/cases/${noCase}`), 404);
    assertProblem(await raw('GET', '/api/cases/HC-99999'), 404);
    assertProblem(await raw('GET', '/api/nothing'), 404);
    assertProblem(await raw('POST', '/api/cases', '{"subject": '), 400);
    const invalid = await raw(
      'POST',
      '/api/cases',
      JSON.stringify({ ...newCase, customer: { email: 'x', name: 'X' } }),
    );
    assertProblem(invalid, 422);
    assert.deepEqual(
      invalid.body.errors.map((fault: { path: string }) => fault.path),
      ['customer.email'],
    );
    assertProblem(
      await raw('POST', '/api/cases', JSON.stringify({ ...newCase, description: 'x'.repeat(2_000_000) })),
      413,
    );
    assertProblem(await raw('DELETE', '/api/cases'), 405);
  });

  it('refuses a change of a version that is no longer the present one, and shows what differs', async () => {
    const created = await api.call('createCase', { body: newCase });
    const changed = await api.call('patchCase', {
      params: { id: created.number },
      body: { priority: 'urgent' },
      ifMatch: created.etag,
    });
    assert.equal(changed.priority, 'urgent');
    const stale = await raw('PATCH', `/api/cases/${created.id}`, '{"priority":"low"}', {
      'if-match': `"${created.etag}"`,
    });
    assertProblem(stale, 412);
    assert.equal(stale.body.current.priority, 'urgent');
    assert.deepEqual(stale.body.differences, [{ field: 'priority', now: 'urgent', yours: 'low' }]);
    assertProblem(await raw('PATCH', `/api/cases/${created.id}`, '{"priority":"low"}'), 428);
  });

  it('creates once for one Idempotency-Key, also when both requests run at once', async () => {
    const before = (await allCases(api)).length;
    const create = () => api.call('createCase', { body: newCase, idempotencyKey: 'door-code-1' });
    const [one, two] = await Promise.all([create(), create()]);
    const three = await create();
    assert.equal(one.id, two.id);
    assert.equal(one.id, three.id);
    assert.equal((await allCases(api)).length, before + 1);
    const other = { ...newCase, subject: 'Another' };
    assertProblem(await raw('POST', '/api/cases', JSON.stringify(other), { 'idempotency-key': 'door-code-1' }), 409);
  });

  it("keeps a case's whole story", async () => {
    const { id } = await api.call('createCase', { body: newCase });
    await api.call('assignCase', { params: { id }, body: { assignee: 'me' } });
    await api.call('changeStatus', { params: { id }, body: { status: 'awaiting_vendor', reason: 'Locksmith called' } });
    const { items } = await api.call('caseHistory', { params: { id } });
    const told = items.filter((entry) => entry.kind !== 'case.analysed');
    assert.deepEqual(
      told.map((entry) => [entry.kind, entry.actor.name, entry.changes.map((change) => change.field).join()]),
      [
        ['case.opened', 'Jonas Weber', ''],
        ['case.changed', 'Jonas Weber', 'status,assignee'],
        ['case.changed', 'Jonas Weber', 'status'],
      ],
    );
    assert.equal(told[2]?.reason, 'Locksmith called');
    const messages = await api.call('listMessages', { params: { id } });
    assert.equal(messages.items[0]?.visibleText, newCase.description);
  });

  it('turns a mail that the service has not seen into a case, and finds it again', async () => {
    const mail = {
      internetMessageId: '<outlook-1@example.com>',
      message: {
        subject: 'Login loop after we changed our domain',
        from: { emailAddress: { address: 'rafael.costa@example.com', name: 'Rafael Costa' } },
        toRecipients: [{ emailAddress: { address: 'jonas.weber@contoso.example' } }],
        body: { contentType: 'text', content: 'SSO sends us back to the sign-in page.' },
        receivedDateTime: '2026-11-24T12:56:00Z',
      },
      overrides: { priority: 'high' as const },
    };
    const created = await raw('POST', '/api/cases/from-mail', JSON.stringify(mail));
    assert.equal(created.status, 201, JSON.stringify(created.body));
    assert.equal(created.body.priority, 'high');
    assert.equal(created.body.customer.email, 'rafael.costa@example.com');
    const again = await raw('POST', '/api/cases/from-mail', JSON.stringify(mail));
    assert.equal(again.status, 200);
    assert.equal(again.body.id, created.body.id);
    const found = await api.call('lookupMail', {
      query: { internetMessageId: mail.internetMessageId, sender: 'rafael.costa@example.com' },
    });
    assert.equal(found.case?.id, created.body.id);
    const unknown = await api.call('lookupMail', { query: { internetMessageId: '<never@example.com>' } });
    assert.deepEqual(unknown, { case: null, customerCases: [] });
  });

  it('makes a case of a mail of 25 MB with twelve files, handed over whole', async () => {
    const bytes = Buffer.alloc(2_080_000, 'a');
    const message = {
      subject: 'Twelve files',
      from: { emailAddress: { name: 'Rafael Costa', address: 'rafael.costa@example.com' } },
      body: { contentType: 'text', content: 'Everything is attached.' },
      attachments: Array.from({ length: 12 }, (_, at) => ({
        '@odata.type': '#microsoft.graph.fileAttachment',
        name: `part-${at + 1}.txt`,
        contentType: 'text/plain',
        contentBytes: bytes.toString('base64'),
      })),
    };
    const created = await raw(
      'POST',
      '/api/cases/from-mail',
      JSON.stringify({ internetMessageId: '<big@example.com>', message }),
    );
    assert.equal(created.status, 201, JSON.stringify(created.body).slice(0, 300));
    const { items } = await api.call('listMessages', { params: { id: created.body.id } });
    const files = items[0]?.attachments ?? [];
    assert.deepEqual(
      files.map(({ name, size }) => [name, size]),
      Array.from({ length: 12 }, (_, at) => [`part-${at + 1}.txt`, bytes.length]),
    );
  });

  it('makes one case of a mail that an agent converts while it arrives', async () => {
    const converted = await Promise.all(
      Array.from({ length: 20 }, async (_, at) => {
        const { internetMessageId } = await api.sandbox('writeMail', {
          body: {
            from: { name: 'Ingrid', email: `ingrid.${at}@example.com` },
            to: 'support@contoso.example',
            subject: `Arrives while converted ${at}`,
            body: 'The door does not close.',
          },
        });
        return (await api.call('caseFromMail', { body: { internetMessageId } })).number;
      }),
    );
    const total = async () => (await api.call('listCases', { query: { q: 'Arrives while converted' } })).total;
    assert.equal(new Set(converted).size, 20);
    for (const deadline = Date.now() + 10_000; (await total()) < 20 && Date.now() < deadline; )
      await new Promise((resolve) => setTimeout(resolve, 100));
    // Longer than the service needs to read what was pushed.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    assert.equal(await total(), 20);
  });

  it('lets nobody in without a token, and nobody further than their role', async () => {
    for (const endpoint of Object.values(endpoints)) {
      const url = product.url + endpoint.path.replace('{id}', noCase);
      const { status } = await fetch(url, { method: endpoint.method });
      if (endpoint.permission === 'public') assert.ok(status < 400, endpoint.path);
      else assert.equal(status, 401, `${endpoint.method} ${endpoint.path}`);
    }
    const agents = await api.call('readAgents', {});
    const write = await raw('PUT', '/api/settings/agents', JSON.stringify(agents), { 'if-match': '"0"' });
    assertProblem(write, 403);
    const admin = await signIn(product.url, 'admin');
    const written = await admin.call('writeAgents', { body: agents, ifMatch: '0' });
    assert.deepEqual(written, agents);
    const person = await admin.call('findPerson', { params: { id: 'lena.fischer@contoso.example' } });
    assert.equal(person.name, 'Lena Fischer');
  });

  it('answers every accepted value of its own documentation', async () => {
    const document = (await (await fetch(`${product.url}/api/openapi.json`)).json()) as {
      paths: object;
      openapi: string;
    };
    assert.match(document.openapi, /^3\.1/);
    const documented = Object.keys(document.paths);
    for (const endpoint of Object.values(endpoints)) assert.ok(documented.includes(endpoint.path), endpoint.path);
  });
});
