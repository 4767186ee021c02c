import assert from 'node:assert/strict';
import { createLocalAnalyst } from '../../../../backend/adapters/local-analyst/local-analyst.ts';
import { createOpenAiAnalyst } from '../../../../backend/adapters/openai/openai-analyst.ts';
import { analystWithFallback } from '../../../../backend/app/intake/analyse-with-fallback.ts';
import type { Analyst } from '../../../../backend/ports/analyst.ts';
import { TestLog } from '../../../fakes/test-log.ts';
import { FakeModel, goodAnswer, refuses, says } from '../../adapters/openai/fake-model.ts';

const input = { subject: 'Invoice', text: 'You charged me twice for the subscription, I want a refund.' };

describe('Analysing with a fallback', () => {
  const model = new FakeModel();
  const log = new TestLog();
  let analyst: Analyst;

  before(async () => {
    const baseURL = await model.start();
    const primary = createOpenAiAnalyst({ apiKey: 'k', baseURL, model: 'small', timeoutMs: 5000 });
    analyst = analystWithFallback(primary, createLocalAnalyst(), log);
    model.behave = refuses(500);
    await analyst.analyse(input, 5000);
  });

  after(() => model.stop());

  it('lets the primary analyst speak while it can', async () => {
    model.behave = says(JSON.stringify(goodAnswer));
    assert.equal((await analyst.analyse(input, 5000)).engine, 'openai');
  });

  it('lets the local one speak at once when the primary fails, and says which spoke', async () => {
    for (const behave of [refuses(429), refuses(500), says('{'), says(null, { refusal: 'no' })]) {
      model.behave = behave;
      const analysis = await analyst.analyse(input, 5000);
      assert.deepEqual([analysis.engine, analysis.category], ['local', 'billing']);
    }
  });

  it('keeps the deadline when the primary hangs', async () => {
    model.behave = () => undefined;
    const started = performance.now();
    assert.equal((await analyst.analyse(input, 200)).engine, 'local');
    assert.ok(performance.now() - started < 700);
  });

  it('survives a primary that throws anything', async () => {
    const broken: Analyst = { analyse: () => Promise.reject(new TypeError('x')) };
    const safe = analystWithFallback(broken, createLocalAnalyst(), log);
    assert.equal((await safe.analyse(input, 200)).engine, 'local');
  });

  it('never writes mail text to the log', () => {
    assert.ok(log.lines.length > 0);
    assert.doesNotMatch(JSON.stringify(log.lines), /charged|Invoice/);
  });

  it('is the local analyst where no other is set up', async () => {
    const only = analystWithFallback(null, createLocalAnalyst(), new TestLog());
    assert.equal((await only.analyse(input, 200)).engine, 'local');
  });
});
