import assert from 'node:assert/strict';
import { cryptoIds } from '../../../../backend/adapters/system/ids.ts';
import { createJsonLog } from '../../../../backend/adapters/system/json-log.ts';
import { systemClock } from '../../../../backend/adapters/system/system-clock.ts';
import { Failure } from '../../../../backend/domain/failure.ts';

function logToMemory(level: 'debug' | 'warn' = 'debug') {
  const lines: Record<string, unknown>[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) };
  return { lines, log: createJsonLog({ level, destination }) };
}

describe('The clock', () => {
  it('tells the time in UTC with milliseconds', () => {
    assert.match(systemClock.now(), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    assert.ok(Math.abs(systemClock.nowMs() - Date.parse(systemClock.now())) < 1_000);
  });
});

describe('Ids', () => {
  it('are 24 hex digits, fresh for cases', () => {
    const ids = Array.from({ length: 100 }, () => cryptoIds.caseId());
    assert.ok(ids.every((id) => /^[0-9a-f]{24}$/.test(id)));
    assert.equal(new Set(ids).size, 100);
  });

  it('derived from the same parts are the same, and depend on where the parts end', () => {
    assert.equal(cryptoIds.derived('a', 'b'), cryptoIds.derived('a', 'b'));
    assert.notEqual(cryptoIds.derived('ab', 'c'), cryptoIds.derived('a', 'bc'));
    assert.notEqual(cryptoIds.derived('a'), cryptoIds.derived('a', ''));
    assert.match(cryptoIds.derived('x'), /^[0-9a-f]{24}$/);
  });

  it('hash as SHA-256 does', () => {
    assert.equal(cryptoIds.hash('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('make secrets of 128 bits that fit into an address', () => {
    assert.match(cryptoIds.secret(), /^[\w-]{22}$/);
    assert.notEqual(cryptoIds.secret(), cryptoIds.secret());
  });
});

describe('The log', () => {
  it('writes one JSON line an event, with level, time and fields', () => {
    const { lines, log } = logToMemory();
    log.with({ requestId: 'r1' }).info('Case opened', { caseId: 'c1' });
    const [line] = lines;
    assert.equal(line?.event, 'Case opened');
    assert.equal(line?.level, 'info');
    assert.equal(line?.requestId, 'r1');
    assert.equal(line?.caseId, 'c1');
    assert.match(String(line?.time), /Z$/);
  });

  it('is silent below its level', () => {
    const { lines, log } = logToMemory('warn');
    log.debug('a');
    log.info('b');
    log.warn('c');
    log.error('d');
    assert.deepEqual(
      lines.map((line) => line.event),
      ['c', 'd'],
    );
  });

  it('hides secrets, however deep they lie', () => {
    const { lines, log } = logToMemory();
    log.with({ clientSecret: 's3cret' }).error('Call failed', {
      headers: { Authorization: 'Bearer s3cret', accept: 'json' },
      list: [{ accessToken: 's3cret', password: 's3cret', 'x-api-key': 's3cret', setCookie: 's3cret' }],
      url: 'https://account.blob.example/x?sv=1&sig=s3cret&x=1',
      text: 'sent Bearer s3cret.abc',
    });
    const text = JSON.stringify(lines);
    assert.doesNotMatch(text, /s3cret/);
    assert.match(text, /json/);
  });

  it('shows an error with its code and causes, without the request an SDK hangs on it', () => {
    const { lines, log } = logToMemory();
    const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED', request: { body: 'mail text' } });
    log.error('Store failed', { error: new Failure('unavailable', 'No answer.', { cause }) });
    const error = lines[0]?.error as Record<string, unknown>;
    assert.equal(error.code, 'unavailable');
    assert.equal((error.cause as Record<string, unknown>).code, 'ECONNREFUSED');
    assert.doesNotMatch(JSON.stringify(lines), /mail text/);
  });

  it('survives fields that run in circles', () => {
    const { lines, log } = logToMemory();
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    log.info('Round', circle);
    assert.equal(lines.length, 1);
  });
});
