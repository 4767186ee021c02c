import { TableCaseNumbers } from '../../../../backend/adapters/store/case-numbers.ts';
import { openCaseStore } from '../../../../backend/adapters/store/case-store.ts';
import { cryptoIds } from '../../../../backend/adapters/system/ids.ts';
import { systemClock } from '../../../../backend/adapters/system/system-clock.ts';
import { aCase } from '../../../builders/case.ts';
import { anEvent } from '../../../builders/stored.ts';
import { MemoryBlobs } from '../../../fakes/memory-blobs.ts';
import { childArgument } from '../../../support/child.ts';
import { openTablesAt, type TablesPlace } from '../../../support/open-tables.ts';

/** Opens cases with numbers of their own and prints each number. */
const { place, count } = childArgument<{ place: TablesPlace; count: number }>();
const backend = await openTablesAt(place);
const store = await openCaseStore({ backend, blobs: new MemoryBlobs(), shards: 2 });
const numbers = new TableCaseNumbers(backend, systemClock);

async function openOne(): Promise<void> {
  const value = aCase({ id: cryptoIds.caseId(), number: await numbers.next() });
  await store.transact(value.id, `open|${value.id}`, async (tx) => {
    tx.putCase(value);
    tx.record(anEvent(value.id, { kind: 'case.opened' }));
  });
  process.stdout.write(`${value.number}\n`);
}

await Promise.all(Array.from({ length: count }, openOne));
await backend.close();
