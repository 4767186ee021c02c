import assert from 'node:assert/strict';
import { createGraphMailbox } from '../../../../backend/adapters/graph/graph-mailbox.ts';
import { Failure, isFailure } from '../../../../backend/domain/failure.ts';
import { aGraphMessage, type GraphFixture, quietLog, startGraphFixture, support } from './graph-fixture.ts';

describe('The Graph mailbox when Graph has trouble', () => {
  let graph: GraphFixture;
  let id: string;
  before(async () => {
    graph = await startGraphFixture();
  });
  beforeEach(async () => {
    graph.emulator.reset();
    id = (await graph.emulator.deliver(support, aGraphMessage())).id;
  });
  after(() => graph.emulator.close());

  it('waits as long as Graph asks and tries again', async () => {
    graph.emulator.faults.set({ requests: { throttle: 1, retryAfterSeconds: 0.2 } });
    setTimeout(() => graph.emulator.faults.set({ requests: { throttle: 0 } }), 300);
    const started = Date.now();
    assert.equal((await graph.mailbox.fetch(support, id)).graphId, id);
    assert.ok(Date.now() - started >= 350, 'two waits of 200 ms');
  });

  it('says throttled and for how long when Graph keeps refusing', async () => {
    graph.emulator.faults.set({ requests: { throttle: 1, retryAfterSeconds: 0.05 } });
    await assert.rejects(graph.mailbox.fetch(support, id), failure('throttled', 1));
  });

  it('does not wait itself when Graph asks for long, but hands the time on', async () => {
    graph.emulator.faults.set({ requests: { throttle: 1, retryAfterSeconds: 120 } });
    const started = Date.now();
    await assert.rejects(graph.mailbox.fetch(support, id), failure('throttled', 120));
    await assert.rejects(graph.mailbox.renew('some', '2026-12-01T00:00:00.000Z'), failure('throttled', 120));
    assert.ok(Date.now() - started < 5_000);
  });

  it('takes a 503 that names a time as throttling', async () => {
    graph.emulator.faults.set({ requests: { unavailable: 1, retryAfterSeconds: 60 } });
    await assert.rejects(graph.mailbox.find(support, '<a@b>'), failure('throttled', 60));
  });

  it('gets through when a quarter of the requests fail, each in another way', async () => {
    graph.emulator.faults.set({
      seed: 7,
      requests: { throttle: 0.1, retryAfterSeconds: 0.01, unavailable: 0.1, serverError: 0.02, cutAfterSuccess: 0.02 },
    });
    const patient = graph.another({ maxRetries: 8 });
    const answers = await Promise.all(Array.from({ length: 60 }, () => patient.fetch(support, id)));
    assert.ok(answers.every((mail) => mail.graphId === id));
  });

  it('says unavailable after a few tries when Graph fails inside', async () => {
    graph.emulator.faults.set({ requests: { serverError: 1 } });
    await assert.rejects(graph.mailbox.fetch(support, id), failure('unavailable'));
  });

  it('says unavailable when nobody answers at the address', async () => {
    const nobody = createGraphMailbox({ baseUrl: 'http://127.0.0.1:9/v1.0', token: async () => 'x', log: quietLog });
    await assert.rejects(nobody.fetch(support, id), failure('unavailable'));
  });

  it('gives up a request that hangs once its time is over', async () => {
    graph.emulator.faults.set({ requests: { hangAfterSuccess: 1, hangMs: 20_000 } });
    const started = Date.now();
    await assert.rejects(graph.another({ timeoutMs: 300 }).fetch(support, id), failure('unavailable'));
    assert.ok(Date.now() - started < 4_000);
  });

  it('says forbidden when Graph does not accept the token, and passes on why there is none', async () => {
    await assert.rejects(graph.another({ token: async () => 'wrong' }).fetch(support, id), failure('forbidden'));
    const refused = async () => {
      throw new Failure('forbidden', 'Entra said no');
    };
    await assert.rejects(graph.another({ token: refused }).fetch(support, id), { message: 'Entra said no' });
  });

  it('never has more than four requests open on one mailbox', async () => {
    graph.emulator.faults.set({ requests: { latencyMs: 15 } });
    const other = await graph.emulator.deliver('sales@contoso.example', aGraphMessage());
    await Promise.all([
      ...Array.from({ length: 40 }, () => graph.mailbox.fetch(support, id)),
      ...Array.from({ length: 10 }, () => graph.mailbox.fetch('Sales@Contoso.example', other.id)),
    ]);
    assert.deepEqual(graph.emulator.stats.maxConcurrent, { [support]: 4, 'sales@contoso.example': 4 });
  });

  it('keeps the places free for others when requests fail', async () => {
    const missing = await Promise.allSettled(Array.from({ length: 20 }, () => graph.mailbox.fetch(support, 'none')));
    assert.ok(missing.every((each) => each.status === 'rejected'));
    assert.equal((await graph.mailbox.fetch(support, id)).graphId, id);
  });
});

function failure(code: 'throttled' | 'unavailable' | 'forbidden', retryAfterSeconds?: number) {
  return (error: unknown) => {
    assert.ok(isFailure(error, code), String(error));
    if (retryAfterSeconds !== undefined) assert.equal(error.retryAfterSeconds, retryAfterSeconds);
    return true;
  };
}
