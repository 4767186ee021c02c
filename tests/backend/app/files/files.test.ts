import assert from 'node:assert/strict';
import { toIncomingMail } from '../../../../backend/adapters/graph/graph-message.ts';
import { fetchFiles } from '../../../../backend/app/files/fetch-files.ts';
import { bindFiles, withFiles } from '../../../../backend/app/files/file-use-cases.ts';
import { noteFiles } from '../../../../backend/app/files/note-files.ts';
import { drainPending } from '../../../../backend/app/intake/drain-pending.ts';
import { Failure, isFailure } from '../../../../backend/domain/failure.ts';
import type { MailAttachment } from '../../../../backend/domain/mail/mail.ts';
import { aMail } from '../../../builders/mail.ts';
import { type IntakeWorld, intakeWorld } from '../../../support/intake-world.ts';

function anAttachment(id: string, fields: Partial<MailAttachment> = {}): MailAttachment {
  return { id, name: `${id}.pdf`, type: 'application/pdf', size: 4, inline: false, contentId: null, ...fields };
}

const bytes = new TextEncoder().encode('%PDF');

describe('The files of a mail', () => {
  let world: IntakeWorld;
  let caseId: string;
  let messageId: string;

  beforeEach(async () => {
    world = await intakeWorld();
  });

  async function arrive(...attachments: MailAttachment[]) {
    await world.arrive(aMail({ attachments }));
    await drainPending(world.deps, 1);
    caseId = (await world.cases())[0]?.value.id ?? '';
    messageId = (await world.store.messages(caseId))[0]?.id ?? '';
  }

  async function shown() {
    const [message] = await withFiles(world.deps, await world.store.messages(caseId));
    return (message?.attachments ?? []).map(({ id, file }) => [id, file?.withheld]);
  }

  function read(id: string) {
    return bindFiles(world.deps, () => world.store.messages(caseId)).readFile(caseId, messageId, id);
  }

  it('are stored by a job after the message is recorded', async () => {
    world.mailbox.files.set('a', bytes);
    await arrive(anAttachment('a'));
    assert.deepEqual(await shown(), [['a', undefined]]);
    await fetchFiles(world.deps);
    assert.deepEqual(await shown(), [['a', null]]);
    world.mailbox.files.clear();
    const file = await read('a');
    assert.deepEqual([file.name, file.type, file.inline, file.bytes], ['a.pdf', 'application/pdf', false, bytes]);
    assert.deepEqual(await world.deps.files.due(world.clock.now(), 10), []);
  });

  it('can be read before the job has come', async () => {
    world.mailbox.files.set('a', bytes);
    await arrive(anAttachment('a'));
    assert.deepEqual((await read('a')).bytes, bytes);
  });

  it('wait while the mailbox does not answer, and come later', async () => {
    world.mailbox.files.set('a', bytes);
    await arrive(anAttachment('a'));
    world.mailbox.failWith = new Failure('throttled', 'Later.', { retryAfterSeconds: 30 });
    await fetchFiles(world.deps);
    world.mailbox.failWith = null;
    await fetchFiles(world.deps);
    assert.deepEqual(await shown(), [['a', undefined]]);
    world.clock.advance(31_000);
    await fetchFiles(world.deps);
    assert.deepEqual(await shown(), [['a', null]]);
  });

  it('are withheld when infected, dangerous, too large or gone, and it is said why', async () => {
    for (const id of ['bad', 'run', 'good']) world.mailbox.files.set(id, bytes);
    world.mailbox.files.set('bad', new TextEncoder().encode('virus'));
    world.deps.scan = async (file) => (new TextDecoder().decode(file) === 'virus' ? 'infected' : 'clean');
    await arrive(
      anAttachment('bad'),
      anAttachment('run', { name: 'invoice.pdf.exe ' }),
      anAttachment('huge', { size: 200_000_000 }),
      anAttachment('gone'),
      anAttachment('good'),
    );
    await fetchFiles(world.deps);
    assert.deepEqual(await shown(), [
      ['bad', 'infected'],
      ['run', 'dangerous_type'],
      ['huge', 'too_large'],
      ['gone', 'gone'],
      ['good', null],
    ]);
    await assert.rejects(read('bad'), (error) => isFailure(error, 'forbidden') && /virus/.test(error.message));
    assert.equal([...world.blobs.stored.keys()].length, 1);
  });

  it('are not handed out while the scanner gives no verdict', async () => {
    world.mailbox.files.set('a', bytes);
    world.deps.scan = async () => {
      throw new Failure('unavailable', 'The virus scanner gave no verdict.');
    };
    await arrive(anAttachment('a'));
    await fetchFiles(world.deps);
    assert.deepEqual(await shown(), [['a', undefined]]);
    await assert.rejects(read('a'), (error) => isFailure(error, 'unavailable'));
  });

  it('are stored at once where a mail is handed over with their bytes', async () => {
    const mail = toIncomingMail('support@contoso.example', {
      attachments: [
        { name: 'plan.png', contentType: 'image/png', contentBytes: 'iVBORw0KGgoAAAANSUhEUg==' },
        { name: 'no bytes and no id' },
      ],
    });
    assert.deepEqual(
      mail.attachments.map(({ id, size }) => [id, size]),
      [['brought-0', 16]],
    );
    await noteFiles(world.deps, { ...mail, graphId: null }, 'aa11');
    assert.deepEqual(await world.deps.files.of('aa11'), {
      'brought-0': { size: 16, withheld: null, type: 'image/png', inline: true },
    });
    assert.deepEqual(await world.deps.files.due(world.clock.now(), 10), []);
  });

  it('of another message are not there', async () => {
    await arrive(anAttachment('a'));
    await assert.rejects(read('b'), (error) => isFailure(error, 'not-found'));
  });
});
