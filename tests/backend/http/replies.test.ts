import assert from 'node:assert/strict';
import { bindReplies } from '../../../backend/app/replies/bind-replies.ts';
import { createFakeApp } from '../../fakes/fake-app.ts';
import { type ReplyWorld, replyWorld } from '../../support/reply-world.ts';
import { type Harness, startHarness } from './harness.ts';

describe('Replies over HTTP', () => {
  let world: ReplyWorld;
  let http: Harness;
  let path: string;
  before(async () => {
    world = await replyWorld();
    const app = { ...createFakeApp(), ...bindReplies(world.replies, (change) => change) };
    http = await startHarness({ app });
    const owners = { emailAddress: { address: 'owners@example.com', name: 'Owners' } };
    await world.receive({ ccRecipients: [owners] });
    await world.settle();
    path = `/api/cases/${(await world.cases())[0]?.value.id}`;
  });
  after(async () => {
    await http.close();
    await world.emulator.close();
  });

  const stranger = [{ email: 'stranger@elsewhere.example', name: 'Stranger' }];

  it('answers a reply with what stands in the conversation and how the case is now', async () => {
    const body = { text: 'We are on our way.', thenStatus: 'awaiting_customer' };
    const { status, json } = await http.call('POST', `${path}/reply`, { body });
    assert.equal(status, 201);
    assert.equal(json.direction, 'outbound');
    assert.equal(json.delivery.state, 'queued');
    assert.ok(Date.parse(json.delivery.undoUntil) > Date.parse(json.at));
    assert.equal(json.case.status, 'awaiting_customer');
    const undone = await http.call('POST', `${path}/messages/${json.id}/undo-send`);
    assert.deepEqual([undone.status, undone.json.status], [200, 'new']);
    assert.equal((await http.call('POST', `${path}/messages/${json.id}/undo-send`)).status, 404);
  });

  it('names who would be added and dropped in a 409, and in the check beforehand', async () => {
    const { status, json } = await http.call('POST', `${path}/reply`, { body: { text: 'Hi', to: stranger } });
    assert.deepEqual([status, json.code], [409, 'recipients-changed']);
    assert.equal(json.recipients.added[0].email, 'stranger@elsewhere.example');
    assert.equal(json.recipients.added[0].thirdParty, true);
    assert.equal(json.recipients.dropped.length, 2);
    const check = await http.call('POST', `${path}/reply/check`, { body: { to: stranger, text: 'see attachment' } });
    assert.equal(check.status, 200);
    assert.deepEqual(check.json.added, json.recipients.added);
    assert.equal(check.json.forgottenFile, true);
    const body = { text: 'Hi', to: stranger, acceptRecipientChanges: true };
    assert.equal((await http.call('POST', `${path}/reply`, { body })).status, 201);
  });

  it('repeats nothing for a repeated key', async () => {
    const again = () =>
      http.call('POST', `${path}/reply`, { body: { text: 'Once' }, headers: { 'idempotency-key': 'r-1' } });
    const [one, two] = [await again(), await again()];
    assert.equal(one.json.id, two.json.id);
    assert.equal(two.headers.get('idempotency-replayed'), 'true');
  });

  it('says what is wrong with a reply', async () => {
    const faulty: [object, string][] = [
      [{}, 'text'],
      [{ text: ' ' }, 'text'],
      [{ text: 'The refund of {{?amount}} is on its way.' }, 'text'],
      [{ templateId: 'none' }, 'templateId'],
      [{ text: 'Hi', answers: 'none' }, 'answers'],
      [{ text: 'Hi', to: [], cc: [] }, 'to'],
      [{ text: 'Hi', to: [{ email: 'no address', name: '' }] }, 'to.0.email'],
      [{ text: 'Hi', attachments: [{ name: 'a', content: '%%' }] }, 'attachments.0.content'],
      [{ text: 'Hi', html: 7 }, 'html'],
    ];
    for (const [body, where] of faulty) {
      const { status, json } = await http.call('POST', `${path}/reply`, { body });
      assert.deepEqual([status, json.errors?.[0]?.path], [422, where], JSON.stringify(body));
    }
    assert.equal((await http.call('POST', '/api/cases/HC-9/reply', { body: { text: 'Hi' } })).status, 404);
  });

  it('keeps templates, and names placeholders that mean nothing', async () => {
    const { json, headers } = await http.call('GET', '/api/settings/templates', { as: 'agent' });
    const languages = new Set(json.templates.map((one: { language: string }) => one.language));
    assert.deepEqual([...languages].sort(), ['de', 'en', 'es', 'fr', 'it', 'nl', 'pt']);
    const write = (body: object) =>
      http.call('PUT', '/api/settings/templates', {
        as: 'admin',
        body,
        headers: { 'if-match': headers.get('etag') ?? '' },
      });
    const odd = { id: 'x', kind: 'reply', name: 'X', language: null, when: {}, text: 'Dear {{custmer.name}}' };
    const refused = await write({ ...json, templates: [odd] });
    assert.equal(refused.status, 422);
    assert.deepEqual(refused.json.errors, [{ path: 'templates.0.text', message: '{{custmer.name}} means nothing' }]);
    assert.equal((await write({ ...json, templates: [{ ...odd, text: 'Dear {{customer.name}}' }] })).status, 200);
  });

  it('previews a text, for a made-up case or a real one', async () => {
    const preview = (body: object) => http.call('POST', '/api/settings/templates/preview', { body });
    const text = 'Dear {{customer.name}}, <b> {{?amount}} within {{firstResponse.target}}';
    const made = await preview({ text, language: 'de' });
    assert.equal(made.json.text, 'Dear Nadia Haddad, <b> {{?amount}} within 4 Stunden');
    assert.deepEqual(made.json.blanks, ['amount']);
    assert.match(made.json.html, /&lt;b&gt;/);
    const real = await preview({ text: '{{case.number}}', case: path.split('/').at(-1) });
    assert.match(real.json.text, /^HC-\d+$/);
    assert.equal((await preview({ text: '{{nothing}}' })).status, 422);
  });
});
