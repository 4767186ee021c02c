import assert from 'node:assert/strict';
import { TableConversations } from '../../../../backend/adapters/store/conversations.ts';
import { TableMailDecisions } from '../../../../backend/adapters/store/mail-decisions.ts';
import { TableMessageFiles } from '../../../../backend/adapters/store/message-files.ts';
import { TablePendingMails } from '../../../../backend/adapters/store/pending-mails.ts';
import { TableSettingsStore } from '../../../../backend/adapters/store/settings-store.ts';
import { TableSyncState } from '../../../../backend/adapters/store/sync-state.ts';
import { TableLease } from '../../../../backend/adapters/store/table-lease.ts';
import { cryptoIds } from '../../../../backend/adapters/system/ids.ts';
import { openAzureTables } from '../../../../backend/adapters/tables/azure-tables.ts';
import { isFailure } from '../../../../backend/domain/failure.ts';
import { type SettingsName, settingsNames } from '../../../../backend/domain/vocabulary.ts';
import type { TableBackend } from '../../../../backend/ports/table-backend.ts';
import { FlakyTables, randomMishaps } from '../../../fakes/flaky-tables.ts';
import { MemoryTables } from '../../../fakes/memory-tables.ts';
import { TestClock } from '../../../fakes/test-clock.ts';
import type { OpenBackend } from '../../../port-suites/table-backend.ts';
import { azuritePort, freshName, tableConnectionString, useAzurite } from '../../../support/azurite.ts';

const noSettings = Object.fromEntries(settingsNames.map((name) => [name, null])) as Record<SettingsName, null>;

describe('what is stored beside the cases', () => {
  useAzurite('table');
  const prefix = freshName();
  const flaky = new FlakyTables(new MemoryTables(), randomMishaps(3, 0.15, ['lost-after', 'lost-before']));
  const memory = new MemoryTables();

  sideStores('memory', async () => memory);
  sideStores('a backend that loses answers', async () => flaky);
  sideStores('Azure Table Storage', async () =>
    openAzureTables({ connection: tableConnectionString(await azuritePort('table')), prefix }),
  );
});

function sideStores(name: string, open: OpenBackend): void {
  describe(`over ${name}`, function () {
    this.timeout(20_000);
    let backend: TableBackend;
    let tenant: string;
    const clock = new TestClock('2026-03-02T09:00:00.000Z');
    before(async () => {
      backend = await open();
    });
    beforeEach(() => {
      tenant = freshName();
    });

    describe('mail decisions', () => {
      const key = cryptoIds.hash('<mail-1@customer.example>');

      it('are taken once, and everybody follows the first', async () => {
        const decisions = new TableMailDecisions(backend, tenant);
        const answers = await Promise.all(
          Array.from({ length: 10 }, (_, i) =>
            decisions.decideMail(key, { caseId: `c${i}`, messageId: 'm', awaited: false }),
          ),
        );
        assert.equal(new Set(answers.map((a) => a.caseId)).size, 1);
        assert.deepEqual(await decisions.mail(key), answers[0]);
        assert.equal(await decisions.decideConversation(key, 'c1'), 'c1');
        assert.equal(await decisions.decideConversation(key, 'c2'), 'c1');
        assert.equal(await decisions.conversation(key), 'c1');
        assert.equal(await decisions.conversation(cryptoIds.hash('other')), undefined);
      });

      it('may say that a mail is on no case', async () => {
        const decisions = new TableMailDecisions(backend, tenant);
        const none = { caseId: null, messageId: 'm', awaited: false };
        assert.deepEqual(await decisions.decideMail(key, none), none);
        assert.deepEqual(await decisions.mail(key), none);
      });

      it('that a reply assumed are overruled by the mail itself, once', async () => {
        const decisions = new TableMailDecisions(backend, tenant);
        const assumed = { caseId: 'c1', messageId: 'm', awaited: true };
        const own = { caseId: 'c2', messageId: 'm', awaited: false };
        await decisions.decideMail(key, assumed);
        assert.deepEqual(await decisions.decideMail(key, own), assumed);
        assert.deepEqual(await decisions.decideMail(key, own, assumed), own);
        assert.deepEqual(await decisions.decideMail(key, { ...own, caseId: 'c3' }, assumed), own);
      });
    });

    describe('the files of messages', () => {
      const [nine, ten] = ['2026-03-02T09:00:00.000Z', '2026-03-02T10:00:00.000Z'];
      const messageId = 'a1b2c3d4e5f6a1b2c3d4e5f6';
      const awaited = { messageId, mailbox: 'support@contoso.example', graphId: 'g', attachments: [], notBefore: nine };
      const kept = { size: 4, withheld: null, type: 'application/pdf', inline: false };

      it('are awaited until it is known what became of them', async () => {
        const files = new TableMessageFiles(backend, tenant);
        await files.expect(awaited);
        await files.expect(awaited);
        const [due] = await files.due(nine, 10);
        assert.deepEqual(due, { ...awaited, attempts: 0 });
        await files.postpone(due, ten);
        assert.deepEqual(await files.due(nine, 10), []);
        assert.equal((await files.due(ten, 10))[0]?.attempts, 1);
        await files.settle(messageId, { a: kept });
        await files.settle(messageId, { b: { size: 9, withheld: 'infected' } });
        assert.deepEqual(await files.due(ten, 10), []);
        assert.deepEqual(Object.keys(await files.of(messageId)), ['a', 'b']);
        assert.deepEqual(await files.of('0000'), {});
      });
    });

    describe('pending mails', () => {
      const mail = (graphId: string) => ({ mailbox: 'support@contoso.example', graphId });
      const [nine, ten, eleven] = ['2026-03-02T09:00:00.000Z', '2026-03-02T10:00:00.000Z', '2026-03-02T11:00:00.000Z'];

      it('are noted once and finished once, whatever their ids look like', async () => {
        const pending = new TablePendingMails(backend, tenant);
        const odd = mail('AAMk/+=?#\\%'.repeat(60));
        await pending.note([odd, mail('b'), mail('b')], nine);
        await pending.note([mail('b'), mail('c'), odd], ten);
        assert.equal(await pending.count(), 3);
        assert.deepEqual(
          (await pending.due(ten, 10)).map((m) => m.notedAt),
          [nine, nine, ten],
        );
        await pending.finish(mail('b'));
        await pending.finish(mail('b'));
        await pending.finish(odd);
        assert.deepEqual(
          (await pending.due(ten, 10)).map((m) => m.graphId),
          ['c'],
        );
        assert.equal(await pending.count(), 1);
      });

      it('wait until they are due again and remember why', async () => {
        const pending = new TablePendingMails(backend, tenant);
        await pending.note([mail('a'), mail('b')], nine);
        const first = (await pending.due(nine, 10)).find((m) => m.graphId === 'a');
        assert.ok(first);
        await pending.postpone(first, eleven, 'Graph does not answer.');
        assert.deepEqual(
          (await pending.due(ten, 10)).map((m) => m.graphId),
          ['b'],
        );
        const again = (await pending.due(eleven, 10)).find((m) => m.graphId === 'a');
        assert.deepEqual(again, { ...first, attempts: 1, notBefore: eleven, lastError: 'Graph does not answer.' });
        await pending.finish(mail('a'));
        await pending.postpone(first, eleven, 'Too late.');
        assert.equal(await pending.count(), 1);
      });

      it('come in any number, the oldest first', async () => {
        const pending = new TablePendingMails(backend, tenant);
        await pending.note(
          Array.from({ length: 120 }, (_, i) => mail(`new${i}`)),
          ten,
        );
        await pending.note([...Array.from({ length: 5 }, (_, i) => mail(`old${i}`)), mail('new7')], nine);
        assert.equal(await pending.count(), 125);
        const due = await pending.due(eleven, 5);
        assert.ok(due.length === 5 && due.every((m) => m.notedAt === nine));
        assert.equal((await pending.due(eleven, 1_000)).length, 125);
        assert.equal((await pending.due('2026-03-02T08:59:59.999Z', 10)).length, 0);
      });
    });

    it('sync state: cursors, sweeps and subscriptions come back as they were put', async () => {
      const state = new TableSyncState(backend, tenant);
      const mailbox = 'odd/#?name@contoso.example';
      assert.equal(await state.deltaCursor(mailbox), null);
      await state.setDeltaCursor(mailbox, 'https://graph.microsoft.com/…?$deltatoken=x');
      await state.setSweptUntil(mailbox, '2026-03-02T09:00:00.000Z');
      assert.equal(await state.deltaCursor(mailbox), 'https://graph.microsoft.com/…?$deltatoken=x');
      assert.equal(await state.sweptUntil(mailbox), '2026-03-02T09:00:00.000Z');
      assert.equal(await state.sweptUntil('other@contoso.example'), null);
      await state.setDeltaCursor(mailbox, null);
      assert.equal(await state.deltaCursor(mailbox), null);
      const subscription = {
        id: 'id/1',
        mailbox,
        clientState: 's',
        notificationUrl: 'https://desk.contoso.example/graph/notifications',
        expiresAt: '2026-03-05T09:00:00.000Z',
      };
      await state.putSubscription(subscription);
      await state.putSubscription({ ...subscription, expiresAt: '2026-03-06T09:00:00.000Z' });
      assert.deepEqual(await state.subscriptions(), [{ ...subscription, expiresAt: '2026-03-06T09:00:00.000Z' }]);
      await state.removeSubscription('id/1');
      assert.deepEqual(await state.subscriptions(), []);
    });

    it('settings read as their default until written, and only one of two writers wins', async () => {
      const settings = new TableSettingsStore(backend, { ...noSettings, agents: [], teams: ['a'] }, tenant);
      assert.deepEqual(await settings.read('teams'), { value: ['a'], etag: '0' });
      const results = await Promise.allSettled([1, 2, 3].map((n) => settings.write('teams', [n], '0')));
      assert.equal(results.filter((r) => r.status === 'fulfilled').length, 1);
      const current = await settings.read('teams');
      assert.equal(current.etag, '1');
      for (const result of results) {
        if (result.status === 'fulfilled') assert.deepEqual(result.value, current);
        else assert.ok(isFailure(result.reason, 'stale') && isSame(result.reason.current, current));
      }
      assert.deepEqual(await settings.write('teams', [], '1'), { value: [], etag: '2' });
      assert.deepEqual(await settings.read('agents'), { value: [], etag: '0' });
    });

    it('settings keep their earlier versions and who wrote them, and change together or not at all', async () => {
      const settings = new TableSettingsStore(backend, { ...noSettings, teams: ['a'] }, tenant);
      const authored = { at: clock.now(), by: { id: 'jonas', name: 'Jonas Weber' } };
      await settings.write('teams', ['b'], '0', authored);
      await settings.writeAll([
        { name: 'teams', document: ['c'], ifMatch: '1' },
        { name: 'agents', document: ['d'], ifMatch: '0' },
      ]);
      const stale = settings.writeAll([
        { name: 'teams', document: ['e'], ifMatch: '2' },
        { name: 'agents', document: ['e'], ifMatch: '0' },
      ]);
      await assert.rejects(stale, (error) => isFailure(error, 'stale'));
      assert.deepEqual(await settings.versions('teams'), [
        { value: ['c'], etag: '2', authored: null },
        { value: ['b'], etag: '1', authored },
        { value: ['a'], etag: '0', authored: null },
      ]);
      assert.deepEqual(await settings.read('agents'), { value: ['d'], etag: '1' });
    });

    it('conversations, cards and the progress of announcing come back as they were put', async () => {
      const conversations = new TableConversations(backend, tenant);
      const id = '19:abc@thread.tacv2;messageid=1/2';
      const channel = { id, scope: 'channel', team: null, agentId: null, reference: { bot: { id: '28:x' } } } as const;
      const personal = { ...channel, id: 'a:1', scope: 'personal', agentId: 'agent-1' } as const;
      await conversations.put(channel);
      await conversations.put(personal);
      assert.deepEqual(await conversations.get(id), channel);
      assert.equal((await conversations.all()).length, 2);
      await conversations.remove(id);
      assert.deepEqual(await conversations.all(), [personal]);
      const caseId = cryptoIds.caseId();
      const card = { kind: 'case', caseId, conversationId: id, activityId: '1', shown: 'h1' };
      await conversations.putCard(card);
      await conversations.putCard({ ...card, conversationId: 'a:1' });
      await conversations.putCard({ ...card, shown: 'h2' });
      const shown = (await conversations.cards(caseId)).map((c) => `${c.conversationId} ${c.shown}`).sort();
      assert.deepEqual(shown, [`${id} h2`, 'a:1 h1']);
      assert.equal(await conversations.announcedUntil(3), 0);
      await conversations.setAnnouncedUntil(3, 17);
      assert.equal(await conversations.announcedUntil(3), 17);
    });

    it('a lease is held by one, prolonged by its holder, and free when it ends or is given back', async () => {
      const leases = [1, 2, 3].map(() => new TableLease(backend, clock, tenant));
      const [first, second] = leases as [TableLease, TableLease];
      const hold = async (lease: TableLease) => {
        for (let i = 0; i < 20; i++) if (await lease.hold('sweep', 60_000)) return true;
        return false;
      };
      assert.equal(await hold(first), true);
      assert.equal(await second.hold('sweep', 60_000), false);
      clock.advance(50_000);
      assert.equal(await hold(first), true);
      clock.advance(50_000);
      assert.equal(await second.hold('sweep', 60_000), false);
      clock.advance(10_001);
      const taken = await Promise.all(leases.slice(1).map((lease) => hold(lease)));
      assert.equal(taken.filter(Boolean).length, 1);
    });
  });
}

function isSame(actual: unknown, expected: unknown): boolean {
  assert.deepEqual(actual, expected);
  return true;
}
