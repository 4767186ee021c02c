import assert from 'node:assert/strict';
import { guessMapping } from '../../../../backend/domain/import/guess-mapping.ts';
import type { ImportTerms } from '../../../../backend/domain/import/imported-case.ts';
import { readDate } from '../../../../backend/domain/import/read-date.ts';
import { readRow } from '../../../../backend/domain/import/read-row.ts';

const terms: ImportTerms = {
  categories: new Map([['billing', 'billing']]),
  agents: new Map([
    ['anaruiz', 'ana'],
    ['anaruizcontosoexample', 'ana'],
  ]),
  teams: new Map([['property', 'property']]),
  nowMs: Date.parse('2026-05-06T09:00:00Z'),
};

function read(fields: Record<string, string>) {
  return readRow(Object.values(fields), guessMapping(Object.keys(fields)), terms);
}

const least = { Subject: 'No heating', Email: 'nadia@example.com' };

describe('Columns of an imported file', () => {
  it('are known by what other systems call them, in other languages too', () => {
    const headers = ['Ticket #', 'Betreff', 'E-Mail', 'Priorität', 'Assigned to', 'Created', 'Whatever'];
    assert.deepEqual(guessMapping(['Ticket', ...headers.slice(1)]), {
      externalId: 0,
      subject: 1,
      customerEmail: 2,
      priority: 3,
      assignee: 4,
      createdAt: 5,
    });
  });

  it('mean one thing each, the first one wins', () => {
    assert.deepEqual(guessMapping(['id', 'number', 'title', 'subject']), { externalId: 0, subject: 2 });
  });
});

describe('A row of an imported file', () => {
  it('needs a subject and an address, and gets calm defaults', () => {
    const { value, problems } = read(least);
    assert.deepEqual(problems, []);
    assert.equal(value?.status, 'new');
    assert.equal(value?.priority, null);
    assert.deepEqual(value?.customer, { email: 'nadia@example.com', name: 'nadia@example.com' });
    assert.deepEqual(read({ Subject: '', Email: '' }).problems, [
      'There is no subject.',
      'There is no address of a customer.',
    ]);
  });

  it('may use the words of other systems, and names of people, teams and categories', () => {
    const named = { Status: 'Solved', Priority: 'Normal', Category: 'BILLING', Owner: 'ana.ruiz@contoso.example' };
    const { value } = read({ ...least, ...named, Team: 'Property', Tags: 'leak; urgent, leak' });
    assert.deepEqual(
      [value?.status, value?.priority, value?.category, value?.assignee, value?.team, value?.tags],
      ['resolved', 'medium', 'billing', 'ana', 'property', ['leak', 'urgent']],
    );
  });

  it('says everything that is wrong with it, in plain words', () => {
    const wrong = { Status: 'lost', Priority: 'huge', Category: 'x', Owner: 'Nobody', Team: 'y', Created: '3/4/2026' };
    const { value, problems } = read({ Subject: 'A', Email: 'not an address', ...wrong });
    assert.equal(value, null);
    assert.deepEqual(problems.sort(), [
      'Nobody called “Nobody” works here.',
      'The date of creation “3/4/2026” cannot be read; write it as 2026-03-31 or 2026-03-31 14:30.',
      'There is no category “x”.',
      'There is no team “y”.',
      '“huge” is not a priority; say critical, urgent, high, medium or low.',
      '“lost” is not a status; say new, in progress, awaiting customer, awaiting vendor, awaiting approval, resolved or closed.',
      '“not an address” is not a mail address.',
    ]);
  });

  it('cannot end before it begins, nor lie in the future', () => {
    const { problems } = read({ ...least, Created: '2026-03-02', Closed: '2026-03-01' });
    assert.deepEqual(problems, ['It ends before it begins.']);
    assert.deepEqual(read({ ...least, Created: '2027-01-01' }).problems, ['The date of creation lies in the future.']);
  });

  it('is closed where it only has an end', () => {
    assert.equal(read({ ...least, Created: '2026-03-02', Closed: '2026-03-05' }).value?.status, 'closed');
  });
});

describe('A date in a file', () => {
  for (const [text, expected] of [
    ['2026-03-31', '2026-03-31T00:00:00.000Z'],
    ['2026-03-31 14:30', '2026-03-31T14:30:00.000Z'],
    ['2026-03-31T14:30:15.5+02:00', '2026-03-31T12:30:15.000Z'],
    ['31.3.2026', '2026-03-31T00:00:00.000Z'],
    ['31.3.2026 7:05', '2026-03-31T07:05:00.000Z'],
    ['2026-02-30', undefined],
    ['31.4.2026', undefined],
    ['03/04/2026', undefined],
    ['yesterday', undefined],
    ['2026-03-31 25:00', undefined],
  ] as const) {
    it(`reads “${text}” as ${expected ?? 'none'}`, () => assert.equal(readDate(text), expected));
  }
});
