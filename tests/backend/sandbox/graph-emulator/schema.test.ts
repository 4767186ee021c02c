import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describeWithShared, sharedJson, sharedLines } from '../../../support/shared.ts';
import { aMessage, type EmulatorFixture, recipient, startEmulatorFixture, support } from './emulator-fixture.ts';
import { type Receiver, startReceiver } from './receiver.ts';

describeWithShared('Answers of the Graph emulator', () => {
  let graph: EmulatorFixture;
  let receiver: Receiver;
  let check: (shape: string, value: unknown, about?: string) => void;
  before(async () => {
    graph = await startEmulatorFixture();
    receiver = await startReceiver();
    const schema = sharedJson<{ $id: string }>('schemas/graph-mail-subset.schema.json');
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    ajv.addSchema(schema);
    check = (shape, value, about = shape) => {
      const validate = ajv.compile({ $ref: `${schema.$id}#/$defs/${shape}` });
      assert.ok(validate(value), `${about}: ${ajv.errorsText(validate.errors)}`);
    };
  });
  beforeEach(() => graph.emulator.reset());
  after(() => Promise.all([graph.emulator.close(), receiver.close()]));

  const messages = `/users/${support}/messages`;

  it('have the shape that Graph gives messages, lists, changes, folders and attachments', async () => {
    const attachments = [
      { '@odata.type': '#microsoft.graph.fileAttachment', name: 'a', contentBytes: 'YQ==', contentId: 'a@b' },
      { '@odata.type': '#microsoft.graph.itemAttachment', name: 'b' },
    ];
    const { id } = await graph.emulator.deliver(support, aMessage({ attachments }));
    const answers: [string, string][] = [
      ['messageResponse', `${messages}/${id}`],
      ['messageResponse', `${messages}/${id}?$select=internetMessageHeaders,uniqueBody,conversationIndex`],
      ['messageResponse', `${messages}/${id}?$expand=attachments`],
      ['messageResponse', `${messages}/${id}?$expand=attachments($select=id,name)`],
      ['messageCollectionResponse', `${messages}?$count=true`],
      ['messageDeltaResponse', `/users/${support}/mailFolders/inbox/messages/delta`],
      ['mailFolderCollectionResponse', `/users/${support}/mailFolders`],
      ['mailFolder', `/users/${support}/mailFolders/inbox`],
      ['attachmentCollectionResponse', `${messages}/${id}/attachments`],
    ];
    for (const [shape, path] of answers) {
      const { '@odata.context': _context, ...json } = (await graph.call('GET', path)).json;
      check(shape, json, path);
    }
    await graph.call('DELETE', `${messages}/${id}`);
    check(
      'messageDeltaResponse',
      (await graph.call('GET', `/users/${support}/mailFolders/deleteditems/messages/delta`)).json,
    );
  });

  it('have the shape that Graph gives errors', async () => {
    for (const path of [`${messages}/none`, '/users/nobody@x/messages', '/nowhere', `${messages}?$top=x`]) {
      const { status, json } = await graph.call('GET', path);
      assert.ok(status >= 400);
      check('errorResponse', json, path);
    }
  });

  it('have the shape that Graph gives subscriptions and notifications', async () => {
    const created = await graph.call('POST', '/subscriptions', {
      changeType: 'created,updated',
      notificationUrl: receiver.url,
      lifecycleNotificationUrl: receiver.lifecycleUrl,
      resource: `/users/${support}/messages`,
      expirationDateTime: new Date(Date.now() + 60_000).toISOString(),
      clientState: 'secret',
    });
    check('subscriptionResponse', created.json);
    await graph.emulator.deliver(support, aMessage());
    graph.emulator.faults.endSubscriptions({ notice: true });
    await graph.emulator.settle();
    assert.equal(receiver.posts.length, 2);
    for (const post of receiver.posts) check('notificationPost', post);
  });

  it('have that shape for drafts and answers', async () => {
    const { id } = await graph.emulator.deliver(support, aMessage());
    const draft = { subject: 'Hi', toRecipients: [recipient('ada@fabrikam.example')] };
    check('messageResponse', (await graph.call('POST', messages, draft)).json);
    check('messageResponse', (await graph.call('POST', `${messages}/${id}/createReply`)).json);
    check('messageResponse', (await graph.call('PATCH', `${messages}/${id}`, { isRead: true })).json);
  });

  it('have that shape for mail of every kind', async function () {
    this.timeout(60_000);
    const corpus = sharedLines<{ file: string; message: object }>('mail/corpus.jsonl.gz');
    const ids: string[] = [];
    for (const { message } of corpus) ids.push((await graph.emulator.deliver(support, message)).id);
    const answers: Record<string, unknown>[] = [];
    const queue = ids.entries();
    async function fetchSome() {
      for (const [index, id] of queue) {
        const select = '$select=subject,body,from,internetMessageHeaders,internetMessageId,conversationId';
        answers[index] = (await graph.call('GET', `${messages}/${id}?${select}`)).json;
      }
    }
    await Promise.all(Array.from({ length: 4 }, fetchSome));
    for (const [index, { '@odata.context': _context, ...json }] of answers.entries()) {
      check('messageResponse', json, corpus[index]?.file);
    }
  });
});
