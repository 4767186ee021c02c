import assert from 'node:assert/strict';
import { followLog } from '../../../../backend/app/announce/follow-log.ts';
import type { CaseEvent, SupportCase } from '../../../../backend/domain/case/case.ts';
import { Failure } from '../../../../backend/domain/failure.ts';
import type { CaseStore } from '../../../../backend/ports/case-store.ts';
import { aCase } from '../../../builders/case.ts';
import { MemoryConversations } from '../../../fakes/memory-conversations.ts';
import { TestClock } from '../../../fakes/test-clock.ts';
import { silentLog } from '../../../fakes/test-log.ts';

const now = '2026-11-24T14:00:00.000Z';

describe('Telling Teams of the log', () => {
  const cases = [aCase(), aCase(), aCase()] as const;
  /** Case 0 has events 1 and 3, case 1 has 2 and 4, case 2 has 5. */
  const log = [cases[0], cases[1], cases[0], cases[1], cases[2]].map(eventOf);
  const conversations = new MemoryConversations();
  let asked: number[];
  let told: string[];
  let refused: SupportCase | null;

  beforeEach(async () => {
    asked = [];
    told = [];
    refused = null;
    await conversations.setAnnouncedUntil(0, 0);
  });

  const follow = () =>
    followLog({
      store: {
        shardCount: 1,
        async tail(_, after, limit) {
          asked.push(after);
          return log.slice(after, after + limit);
        },
        get: async (id) => ({ value: cases.find((one) => one.id === id) ?? cases[0], etag: '0-1' }),
      } as Pick<CaseStore, 'shardCount' | 'tail' | 'get'> as CaseStore,
      announcer: {
        async announce({ value }) {
          if (value === refused) throw new Failure('throttled', 'Too much.', { retryAfterSeconds: 2 });
          told.push(value.id);
        },
      },
      conversations,
      clock: new TestClock(now),
      log: silentLog,
    });

  it('tells of each case once and remembers that everything was told', async () => {
    assert.equal(await follow(), null);
    assert.deepEqual(told, [cases[0].id, cases[1].id, cases[2].id]);
    assert.equal(await conversations.announcedUntil(0), 5);
  });

  it('goes on with the case that could not be told, and does not look at those before it again', async () => {
    refused = cases[2];
    assert.equal(await follow(), 2_000);
    assert.equal(await conversations.announcedUntil(0), 4);
    refused = null;
    assert.equal(await follow(), null);
    assert.deepEqual(told, [cases[0].id, cases[1].id, cases[2].id]);
    assert.equal(asked[1], 4);
  });

  it('does not pass what it could not tell, though later news is of cases that were told', async () => {
    refused = cases[1];
    await follow();
    assert.equal(await conversations.announcedUntil(0), 1);
    refused = null;
    await follow();
    assert.deepEqual(new Set(told), new Set(cases.map((one) => one.id)));
    assert.equal(await conversations.announcedUntil(0), 5);
  });
});

function eventOf({ id }: SupportCase, at: number): CaseEvent {
  return { caseId: id, seq: at + 1, shard: 0, opId: `op-${at}` } as CaseEvent;
}
