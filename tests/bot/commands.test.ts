import assert from 'node:assert/strict';
import { commands, readCommand } from '../../bot/commands.ts';
import { wordedList } from '../../bot/list-words.ts';
import { ana } from '../fakes/fixed-directory.ts';

describe('What is written to the bot', () => {
  const cases: [string, string, string][] = [
    ['help', 'help', ''],
    ['Hi!', 'help', ''],
    ['  <at>HandyConnect</at>   HELLO.', 'help', ''],
    ['?', 'help', ''],
    ['cases', 'cases', ''],
    ['CASES heating flat', 'cases', 'heating flat'],
    ['<at>HandyConnect</at>\u00a0my cases', 'my cases', ''],
    ['mine', 'my cases', ''],
    ['case HC-1001', 'case', 'HC-1001'],
    ['Case 1001', 'case', '1001'],
    ['hc-1001', 'case', 'hc-1001'],
    ['1001', 'case', '1001'],
    ['#1001', 'case', '#1001'],
    ['what about HC-1042 then?', 'case', 'HC-1042'],
    ['caseload', 'unknown', 'caseload'],
    ['', 'unknown', ''],
    ['constructor', 'unknown', 'constructor'],
  ];
  for (const [written, name, rest] of cases) {
    it(`“${written}” asks for ${name}`, () => {
      const read = readCommand(written);
      assert.deepEqual([read.name, read.rest], [name, rest]);
    });
  }

  it('is read in no time, however long it is', () => {
    const started = performance.now();
    readCommand(`${'<at>'.repeat(100_000)} ${' '.repeat(500_000)}hc-`);
    assert.ok(performance.now() - started < 100);
  });
});

describe('The commands', () => {
  it('each answer to their own example', () => {
    for (const { example, name } of commands) assert.equal(readCommand(example).name, name);
  });

  it('share no words', () => {
    const words = commands.flatMap((command) => command.words);
    assert.equal(new Set(words).size, words.length);
  });
});

describe('The words after “cases”', () => {
  it('narrow the list, or are searched for', () => {
    const { filter, heading } = wordedList('mine Urgent boiler room', ana.id);
    assert.deepEqual(filter.assignee, [ana.id]);
    assert.deepEqual(filter.priority, ['urgent']);
    assert.equal(filter.q, 'boiler room');
    assert.equal(heading, 'Open cases: yours, urgent, “boiler”, “room”');
  });

  it('leave out what is resolved or closed', () => {
    assert.deepEqual(wordedList('', ana.id).filter, {
      status: ['new', 'in_progress', 'awaiting_customer', 'awaiting_vendor', 'awaiting_approval'],
    });
  });
});
