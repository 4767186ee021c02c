import assert from 'node:assert/strict';
import { caseFromMail } from '../../../../backend/app/cases/case-from-mail.ts';
import { drainPending } from '../../../../backend/app/intake/drain-pending.ts';
import type { IncomingMail } from '../../../../backend/domain/mail/mail.ts';

import { aMail } from '../../../builders/mail.ts';
import { type IntakeWorld, intakeWorld } from '../../../support/intake-world.ts';

const jonas = { id: 'a1', name: 'Jonas Weber', role: 'agent', surface: 'outlook' } as const;
const bulk = [
  { name: 'Precedence', value: 'bulk' },
  { name: 'List-Unsubscribe', value: '<https://news.example/u>' },
];

describe('A mail that an agent adds to a case', () => {
  let world: IntakeWorld;

  beforeEach(async () => {
    world = await intakeWorld();
  });

  async function receive(mail: IncomingMail): Promise<void> {
    await world.arrive(mail);
    await drainPending(world.deps, 1);
    await world.tailer.catchUpAll();
  }

  /** Cases by number with the subjects of their messages. */
  async function state(): Promise<Record<string, string[]>> {
    const cases = (await world.cases()).map(({ value }) => value);
    const rows = cases.map(async ({ id, number }) => {
      const messages = await world.store.messages(id);
      return [number, messages.map(({ subject }) => subject).sort()] as const;
    });
    return Object.fromEntries(await Promise.all(rows));
  }

  const add = (mail: IncomingMail, into: string) =>
    caseFromMail(world.deps, jonas, { internetMessageId: mail.internetMessageId ?? '', into });

  it('joins it before the service has read it, and reading it later changes nothing', async () => {
    await receive(aMail({ subject: 'Leak' }));
    const late = aMail({ subject: 'A photo of it', from: { email: 'neighbour@example.com', name: 'Neighbour' } });
    world.mailbox.lay(late);
    const { case: joined, created } = await add(late, 'HC-1001');
    assert.equal(created, false);
    assert.equal(joined.value.messageCount, 2);
    await receive(late);
    assert.deepEqual(await state(), { 'HC-1001': ['A photo of it', 'Leak'] });
    assert.deepEqual((await world.fates()).map(({ outcome }) => outcome).sort(), ['joined', 'opened']);
  });

  it('joins one that was kept apart, once however often it is said', async () => {
    await receive(aMail({ subject: 'Leak' }));
    const news = aMail({ subject: 'Trends', headers: bulk, from: { email: 'news@proptech.example', name: 'News' } });
    await receive(news);
    await Promise.all([add(news, 'HC-1001'), add(news, 'HC-1001')]);
    await add(news, 'HC-1001');
    assert.deepEqual(await state(), { 'HC-1001': ['Leak', 'Trends'] });
    const again = await caseFromMail(world.deps, jonas, { internetMessageId: news.internetMessageId ?? '' });
    assert.equal(again.case.value.number, 'HC-1001', 'making a case of it finds the one it is on');
  });

  it('says so when it is on another case, and leaves it there', async () => {
    await receive(aMail({ subject: 'Leak' }));
    const other = aMail({ subject: 'Meter', from: { email: 'owen@example.com', name: 'Owen' } });
    await receive(other);
    await assert.rejects(add(other, 'HC-1001'), /on HC-1002 already/);
    assert.deepEqual(await state(), { 'HC-1001': ['Leak'], 'HC-1002': ['Meter'] });
  });
});
