import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CaseFile } from '../../../backend/adapters/shown-cases/case-file.ts';
import { RecentBytes } from '../../../backend/adapters/shown-cases/recent-bytes.ts';
import { TestLog } from '../../fakes/test-log.ts';

describe('Cases that lie beside memory as they were shown', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'shown-cases-'));
  after(() => rmSync(folder, { recursive: true }));
  const shown = (text: string, over = {}) => {
    const never = Number.POSITIVE_INFINITY;
    const nobody = { assignee: null, assigneeName: null, mergedInto: null };
    return { etag: '1-7', ...nobody, untilMs: never, bytes: Buffer.from(text), ...over };
  };

  const textAt = (file: CaseFile, row: number) => Buffer.from(file.get(row)?.bytes ?? []).toString();

  it('come back as they were put, until they are forgotten', () => {
    const file = new CaseFile(path.join(folder, 'a'), new TestLog());
    const first = shown('{"subject":"Müll"}', {
      assignee: 'x',
      assigneeName: 'Łucja',
      untilMs: 5,
      mergedInto: 'f'.repeat(24),
    });
    file.put(3, first);
    file.put(70_000, shown('{"n":70000}'));
    assert.deepEqual(file.get(3), first);
    assert.deepEqual(file.standing(3), { assignee: 'x', assigneeName: 'Łucja', untilMs: 5 });
    assert.equal(textAt(file, 70_000), '{"n":70000}');
    assert.equal(file.get(4), undefined);
    file.put(3, shown('{"n":"a longer one than before, so that it does not fit into the place of the first"}'));
    assert.match(textAt(file, 3), /longer/);
    assert.equal(textAt(file, 70_000), '{"n":70000}');
    file.forget(3);
    assert.deepEqual([file.has(3), file.get(3), file.has(70_000)], [false, undefined, true]);
    file.clear();
    assert.equal(file.get(70_000), undefined);
    file.close();
  });

  it('are made anew each time once the disk has failed, and that is told once', () => {
    const log = new TestLog();
    const file = new CaseFile(path.join(folder, 'c'), log);
    file.close();
    for (const row of [1, 2]) file.put(row, shown('{}'));
    assert.deepEqual([file.get(1), file.get(2), log.lines.length], [undefined, undefined, 1]);
  });

  it('do not fill the disk with what nobody asks for any more, and leave nothing behind', () => {
    const file = new CaseFile(path.join(folder, 'b'), new TestLog());
    const megabyte = shown(`"${'x'.repeat(1_000_000)}"`);
    for (let n = 0; n < 200; n++) file.put(n % 2, megabyte);
    assert.ok(file.bytes < 140_000_000, `${file.bytes} bytes`);
    assert.equal(file.get(1)?.bytes.length, 1_000_002);
    file.close();
    assert.deepEqual(readdirSync(folder), []);
  });

  it('are the same whether memory or the disk has them, and what memory has is what was last kept', () => {
    const recent = new RecentBytes(4_096);
    const last = new Map<number, Buffer>();
    const room = Buffer.alloc(2_000);
    for (let n = 0; n < 5_000; n++) {
      const row = (n * 7_919) % 40;
      const bytes = Buffer.alloc((n * 31) % 900, `${n},`);
      if (n % 11 === 0) {
        recent.forget(row);
        last.delete(row);
      } else {
        recent.keep(row, bytes);
        last.set(row, bytes);
        assert.equal(recent.copy(row, bytes.length, room, 5), true);
      }
      for (const [each, kept] of last) {
        if (recent.copy(each, kept.length, room, 5)) assert.deepEqual(room.subarray(5, 5 + kept.length), kept);
      }
      if (n % 11 === 0) assert.equal(recent.copy(row, 1, room, 0), false);
    }
    recent.clear();
    for (let row = 0; row < 40; row++) assert.equal(recent.copy(row, 1, room, 0), false);
  });
});
