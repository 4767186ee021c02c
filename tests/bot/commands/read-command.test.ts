import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Reading, readCommand } from '../../../bot/commands/read-command.ts';
import { spoken } from '../../../bot/commands/spoken.ts';
import { commandTable } from '../../../bot/commands/table.ts';
import { type Phrasing, phrasings } from './phrasings.ts';

const bot = 'bot';

function read(text: string): Reading {
  return readCommand(spoken(text, [], bot));
}

function meaning(reading: Reading): string {
  if (reading.kind === 'command') return reading.entry.name;
  return reading.kind === 'unclear' ? 'asks back' : 'unknown';
}

function isRight([, means, args]: Phrasing, reading: Reading): boolean {
  const found = meaning(reading);
  if (means === 'unknown or asks back') return found === 'unknown' || found === 'asks back';
  if (found !== means) return false;
  if (args === undefined || reading.kind !== 'command') return true;
  const got = reading.command.args as Record<string, unknown>;
  return Object.entries(args).every(([name, value]) => {
    try {
      assert.deepEqual(got[name], value);
      return true;
    } catch {
      return false;
    }
  });
}

function told([written, means, args]: Phrasing, reading: Reading): string {
  const got = reading.kind === 'command' ? JSON.stringify(reading.command.args) : '';
  return `“${written}” means ${means} ${args === undefined ? '' : JSON.stringify(args)}, read as ${meaning(reading)} ${got}`;
}

describe('What people write to the bot', () => {
  const readings = phrasings.map((phrasing) => ({ phrasing, reading: read(phrasing[0]) }));

  it('is at least 300 phrasings here', () => {
    assert.ok(new Set(phrasings.map(([written]) => written)).size >= 300);
  });

  it('is read as it is meant in at least 97 of 100', () => {
    const wrong = readings.filter(({ phrasing, reading }) => !isRight(phrasing, reading));
    const share = 1 - wrong.length / readings.length;
    assert.ok(share >= 0.97, `${share}:\n${wrong.map((one) => told(one.phrasing, one.reading)).join('\n')}`);
  });

  it('never leads to an action that was not meant', () => {
    const wrong = readings.filter(
      ({ phrasing, reading }) => reading.kind === 'command' && reading.command.changes && !isRight(phrasing, reading),
    );
    assert.deepEqual(
      wrong.map((one) => told(one.phrasing, one.reading)),
      [],
    );
  });

  it('is asked back with commands that can be pressed and are understood', () => {
    for (const { reading } of readings) {
      if (reading.kind !== 'unclear') continue;
      assert.ok(reading.offers.length > 0, reading.unclear);
      for (const offer of reading.offers) assert.equal(read(offer).kind, 'command', offer);
    }
  });

  it('is read in no time, however long or odd it is', () => {
    const odd = [
      `${'<at>'.repeat(100_000)} ${' '.repeat(500_000)}hc-`,
      'assign '.repeat(50_000),
      `close ${'HC-1 '.repeat(50_000)}`,
      'a'.repeat(1_000_000),
      `<${'a '.repeat(500_000)}`,
    ];
    const started = process.cpuUsage();
    for (const text of odd) read(text);
    const { user, system } = process.cpuUsage(started);
    assert.ok((user + system) / 1000 < 1_500, `${(user + system) / 1000} ms`);
  });
});

describe('A mention', () => {
  const entities = [
    { mentioned: { id: bot, name: 'HandyConnect' }, text: '<at>HandyConnect</at>' },
    { mentioned: { id: '29:ana', name: 'Ana Ruiz', aadObjectId: 'oid-ana' }, text: '<at>Ana Ruiz</at>' },
  ];

  it('of the bot is left out, that of a person names whom is meant', () => {
    const reading = readCommand(spoken('<at>HandyConnect</at> assign HC-1042 to <at>Ana Ruiz</at>', entities, bot));
    assert.equal(reading.kind, 'command');
    assert.deepEqual(reading.kind === 'command' && reading.command.args, {
      ref: 'HC-1042',
      to: { kind: 'mention', mention: { name: 'Ana Ruiz', id: 'oid-ana' } },
    });
  });

  it('stays a name in a note', () => {
    const reading = readCommand(spoken('note HC-1042 <at>Ana Ruiz</at> has the key', entities, bot));
    assert.deepEqual(reading.kind === 'command' && reading.command.args, {
      ref: 'HC-1042',
      text: '@Ana Ruiz has the key',
      mentioned: [{ name: 'Ana Ruiz', id: 'oid-ana' }],
    });
  });

  it('cannot be made up by typing its sign', () => {
    assert.equal(spoken('note HC-1 \ue0100\ue011', [], bot).text, 'note HC-1 0');
  });
});

describe('The commands', () => {
  it('each answer to their own example', () => {
    for (const { example, name } of commandTable) {
      const reading = read(example);
      assert.equal(reading.kind === 'command' && reading.entry.name, name, example);
    }
  });

  it('each answer to each of their phrases', () => {
    for (const { phrases, name } of commandTable) {
      for (const phrase of phrases) {
        const reading = read(phrase);
        const found = reading.kind === 'unknown' ? '' : reading.entry?.name;
        assert.equal(found, name, phrase);
      }
    }
  });

  it('share no phrase', () => {
    const all = commandTable.flatMap(({ phrases }) => phrases);
    assert.deepEqual(
      all.filter((phrase, i) => all.indexOf(phrase) !== i),
      [],
    );
  });

  it('fit into the list that Teams shows', () => {
    for (const { menu } of commandTable) assert.ok((menu ?? '').length <= 128);
  });
});

describe('The user guide', () => {
  it('has a line for every command, as the table says it', () => {
    const guide = readFileSync(fileURLToPath(new URL('../../../docs/user-guide.md', import.meta.url)), 'utf8');
    for (const { example, summary } of commandTable)
      assert.ok(guide.includes(`| \`${example}\` | ${summary} |`), example);
  });
});
