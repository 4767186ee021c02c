import assert from 'node:assert/strict';
import { type Signs, silenceOf, usualGapMinutes, weekMs } from '../../../../backend/domain/mail/silence.ts';

const minute = 60_000;
const now = Date.UTC(2026, 10, 24, 12);

function signs(fields: Partial<Signs> = {}): Signs {
  return {
    nowMs: now,
    watchedSinceMs: now - weekMs,
    syncedMs: now - minute,
    lastMailMs: now - 60 * minute,
    received: () => 0,
    ...fields,
  };
}

describe('The silence of a mailbox', () => {
  it('begins when Graph has not answered for long enough, counted from when we began to ask', () => {
    const silence = silenceOf(signs({ syncedMs: now - 31 * minute }), 30);
    assert.equal(silence?.since, new Date(now - 31 * minute).toISOString());
    assert.match(silence?.why ?? '', /Graph/);
    assert.equal(silenceOf(signs({ syncedMs: now - 29 * minute }), 30), null);
    assert.equal(silenceOf(signs({ syncedMs: null, watchedSinceMs: now - 5 * minute }), 30), null);
  });

  it('is no alarm while Graph answers and an empty hour is nothing unusual', () => {
    assert.equal(silenceOf(signs(), 30), null);
    assert.equal(silenceOf(signs({ lastMailMs: null }), 30), null);
    const onlyLastWeek = (from: number) => (from > now - weekMs - 2 * 60 * minute ? 5 : 0);
    assert.equal(silenceOf(signs({ received: onlyLastWeek }), 30), null);
  });

  it('is told when each of three weeks had mail at this time, and not in the first minutes', () => {
    const silence = silenceOf(signs({ received: () => 3 }), 30);
    assert.equal(silence?.since, new Date(now - 60 * minute).toISOString());
    assert.equal(silenceOf(signs({ received: () => 3, lastMailMs: now - 29 * minute }), 30), null);
  });

  it('is measured against the usual gap', () => {
    assert.equal(usualGapMinutes(Array.from({ length: 11 }, (_, n) => now - n * 9 * minute)), 9);
    assert.equal(usualGapMinutes([now, now - minute]), null);
  });
});
