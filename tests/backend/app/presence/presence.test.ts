import assert from 'node:assert/strict';
import { PresenceRows } from '../../../../backend/adapters/store/presence-rows.ts';
import { PresenceBook } from '../../../../backend/app/presence/presence-book.ts';
import { newPresenceRound } from '../../../../backend/app/presence/share-presence.ts';
import type { PresentPerson } from '../../../../backend/domain/presence/people.ts';
import { MemoryTables } from '../../../fakes/memory-tables.ts';
import { TestClock } from '../../../fakes/test-clock.ts';

const one = 'a'.repeat(24);
const other = 'b'.repeat(24);

function person(id: string, doing: 'viewing' | 'replying', since: string): PresentPerson {
  return { id, name: id, surface: 'tab', doing, since };
}
function seen(book: PresenceBook, caseId: string): string[] {
  return book.at(caseId).map(({ id, doing, since }) => `${id} ${doing} ${since}`);
}

describe('Who is at a case', () => {
  it('is known once a person and surface, whoever replies in front, since they have been doing it', () => {
    const book = new PresenceBook();
    const told: string[] = [];
    book.follow((caseId) => told.push(caseId));
    assert.equal(book.enter('1', one, person('ana', 'viewing', '1')), true);
    assert.equal(book.enter('1', one, person('ana', 'viewing', '2')), false);
    book.enter('2', one, person('ana', 'viewing', '3'));
    book.enter('3', one, person('ben', 'replying', '4'));
    assert.deepEqual(seen(book, one), ['ben replying 4', 'ana viewing 1']);
    book.enter('1', one, person('ana', 'replying', '5'));
    assert.deepEqual(seen(book, one), ['ben replying 4', 'ana replying 5']);
    told.length = 0;
    book.enter('3', other, person('ben', 'viewing', '6'));
    book.leave('3');
    book.leave('3');
    assert.deepEqual(told, [one, other, other]);
    assert.deepEqual(seen(book, other), []);
  });

  it('holds as long as it is said again, and no more places are kept than there is room for', () => {
    const book = new PresenceBook();
    book.enter('1', one, person('ana', 'replying', '1'), 1_000);
    book.enter('1', one, person('ana', 'replying', '2'), 2_000);
    book.expire(1_999);
    assert.deepEqual(seen(book, one), ['ana replying 1']);
    book.expire(2_000);
    assert.deepEqual(seen(book, one), []);
    book.enter('first', one, person('ana', 'viewing', '1'));
    for (let i = 0; i < 10_000; i++) book.enter(`k${i}`, other, person('ben', 'viewing', '1'));
    assert.equal(book.here().length, 10_000);
    assert.deepEqual(seen(book, one), []);
  });

  it('is known to every process on one store within a round, until the process has been silent for a minute', async () => {
    const tables = new MemoryTables();
    const clock = new TestClock();
    const replica = (name: string) => {
      const book = new PresenceBook();
      return { book, round: newPresenceRound({ book, clock, board: new PresenceRows(tables, clock, name) }) };
    };
    const [here, there] = [replica('here'), replica('there')];
    const told: string[] = [];
    there.book.follow((caseId) => told.push(caseId));
    here.book.enter('socket', one, person('ana', 'replying', '1'));
    await here.round();
    for (let i = 0; i < 3; i++) await there.round();
    assert.deepEqual(seen(there.book, one), ['ana replying 1']);
    assert.deepEqual(told, [one], 'told once, not with every round');
    clock.advance(30_000);
    await here.round();
    clock.advance(40_000);
    await there.round();
    assert.deepEqual(seen(there.book, one), ['ana replying 1'], 'said again meanwhile');
    clock.advance(60_000);
    await there.round();
    assert.deepEqual(seen(there.book, one), []);
    await here.round();
    await there.round();
    here.book.leave('socket');
    await here.round();
    await there.round();
    assert.deepEqual(seen(there.book, one), []);
  });
});
