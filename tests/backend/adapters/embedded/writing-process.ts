import { openSqliteTables } from '../../../../backend/adapters/embedded/sqlite-tables.ts';
import { childArgument } from '../../../support/child.ts';

/** Writes rows as fast as it can and prints the key of each once it is acknowledged, until it is killed. */
const { path, name } = childArgument<{ path: string; name: string }>();
const tables = openSqliteTables({ path });
const partition = { table: 'core', key: 'local|s00' } as const;

async function write(lane: number): Promise<void> {
  for (let n = 0; ; n++) {
    const row = `${name}|${lane}|${n}`;
    const result = await tables.commit(partition, [
      { kind: 'create', row, value: { n, text: 'x'.repeat(500) } },
      { kind: 'create', row: `${row}|twin`, value: { n } },
    ]);
    if (result.kind === 'committed') process.stdout.write(`${row}\n`);
  }
}

await Promise.all(Array.from({ length: 8 }, (_, lane) => write(lane)));
