import assert from 'node:assert/strict';
import sinon from 'sinon';
import { startTicker } from '../../../backend/jobs/ticker.ts';
import { TestLog } from '../../fakes/test-log.ts';

describe('A ticker', () => {
  let time: sinon.SinonFakeTimers;
  beforeEach(() => {
    time = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => time.restore());

  it('runs now and after each interval', async () => {
    const job = sinon.fake.resolves(null);
    const ticker = startTicker('test', 1_000, job, new TestLog());
    await time.tickAsync(2_500);
    assert.equal(job.callCount, 3);
    await ticker.stop();
    await time.tickAsync(5_000);
    assert.equal(job.callCount, 3);
  });

  it('comes sooner when the job asks for it', async () => {
    const job = sinon.fake.resolves(100);
    const ticker = startTicker('test', 10_000, job, new TestLog());
    await time.tickAsync(350);
    assert.equal(job.callCount, 4);
    await ticker.stop();
  });

  it('never runs twice at once, and once more when woken during a run', async () => {
    let release: () => void = () => {};
    const job = sinon.fake(() => new Promise<null>((resolve) => (release = () => resolve(null))));
    const ticker = startTicker('test', 60_000, job, new TestLog());
    ticker.wake();
    ticker.wake();
    assert.equal(job.callCount, 1);
    release();
    await time.tickAsync(0);
    assert.equal(job.callCount, 2);
    release();
    await time.tickAsync(0);
    assert.equal(job.callCount, 2);
    await ticker.stop();
  });

  it('logs a failing run and goes on', async () => {
    const log = new TestLog();
    const job = sinon.stub().rejects(new Error('no'));
    const ticker = startTicker('test', 1_000, job, log);
    await time.tickAsync(1_500);
    assert.equal(job.callCount, 2);
    assert.equal(log.lines.length, 2);
    await ticker.stop();
  });

  it('waits for the run under way when it is stopped', async () => {
    let ended = false;
    const ticker = startTicker(
      'test',
      1_000,
      async () => {
        await new Promise((resolve) => setImmediate(resolve));
        ended = true;
        return null;
      },
      new TestLog(),
    );
    await ticker.stop();
    assert.equal(ended, true);
  });
});
