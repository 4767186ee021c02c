import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteTables } from '../../../../backend/adapters/embedded/sqlite-tables.ts';
import { openAzureTables } from '../../../../backend/adapters/tables/azure-tables.ts';
import { FlakyTables, randomMishaps } from '../../../fakes/flaky-tables.ts';
import { MemoryTables } from '../../../fakes/memory-tables.ts';
import { caseStoreSuite } from '../../../port-suites/case-store.ts';
import { azuritePort, freshName, tableConnectionString, useAzurite } from '../../../support/azurite.ts';

describe('cases in tables', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cases-'));
  after(() => rmSync(folder, { recursive: true }));
  useAzurite('table');

  const memory = new MemoryTables();
  caseStoreSuite('memory', async () => memory);

  const path = join(folder, 'handyconnect.db');
  caseStoreSuite('the embedded store', async () => openSqliteTables({ path }));

  const prefix = freshName();
  caseStoreSuite('Azure Table Storage', async () =>
    openAzureTables({ connection: tableConnectionString(await azuritePort('table')), prefix }),
  );

  const mishaps = randomMishaps(7, 0.2);
  const shaky = new MemoryTables();
  caseStoreSuite('a backend that loses a fifth of its answers', async () => new FlakyTables(shaky, mishaps));

  const shakyPath = join(folder, 'shaky.db');
  caseStoreSuite('an embedded store that loses a fifth of its answers', async () => {
    return new FlakyTables(openSqliteTables({ path: shakyPath }), mishaps);
  });
});
