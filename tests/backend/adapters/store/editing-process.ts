import { TableCaseNumbers } from '../../../../backend/adapters/store/case-numbers.ts';
import { openCaseStore } from '../../../../backend/adapters/store/case-store.ts';
import { cryptoIds } from '../../../../backend/adapters/system/ids.ts';
import { editCase } from '../../../../backend/app/cases/change-case.ts';
import { createCase } from '../../../../backend/app/cases/create-case.ts';
import type { CaseDeps } from '../../../../backend/app/cases/deps.ts';
import type { Actor } from '../../../../backend/domain/access/actor.ts';
import { isFailure } from '../../../../backend/domain/failure.ts';
import { FixedDirectory } from '../../../fakes/fixed-directory.ts';
import { MemoryBlobs } from '../../../fakes/memory-blobs.ts';
import { childArgument } from '../../../support/child.ts';
import { openTablesAt, type TablesPlace } from '../../../support/open-tables.ts';

/**
 * One of several processes of the product on one store. It creates cases while its clock passes midnight, then changes
 * one case: first everybody under the same version, then each until it succeeds. It prints what became of each.
 */
const { place, name, creates, edits, seen } = childArgument<{
  place: TablesPlace;
  name: string;
  creates: number;
  edits: number;
  seen: { id: string; etag: string };
}>();
const backend = await openTablesAt(place);
const startedMs = Date.now();
const nowMs = () => Date.parse('2026-11-24T23:59:59.900Z') + (Date.now() - startedMs);
const clock = { nowMs, now: () => new Date(nowMs()).toISOString() };
const deps: Omit<CaseDeps, 'index'> = {
  store: await openCaseStore({ backend, blobs: new MemoryBlobs(), shards: 2 }),
  numbers: new TableCaseNumbers(backend, clock),
  directory: new FixedDirectory(),
  clock,
  ids: cryptoIds,
};
// Everything here names cases by id, so no list is needed.
const caseDeps = deps as CaseDeps;
const actor: Actor = { id: name, name, role: 'agent', surface: 'api' };
const customer = { email: 'nadia.haddad@example.com', name: 'Nadia Haddad' };

async function create(n: number): Promise<void> {
  const input = { subject: `${name} ${n}`, description: 'Water.', customer, source: 'api' as const };
  const { case: made } = await createCase(caseDeps, actor, input, { key: String(n), requestHash: String(n) });
  process.stdout.write(`created ${made.value.number} ${made.value.createdAt}\n`);
}

async function editAsSeen(n: number): Promise<void> {
  const outcome = await editCase(caseDeps, actor, seen.id, { subject: `${name} ${n}` }, seen.etag).then(
    () => 'won',
    (error: unknown) => (isFailure(error, 'stale') && error.current !== undefined ? 'stale' : String(error)),
  );
  process.stdout.write(`${outcome} ${name}-${n}\n`);
}

async function editUntilDone(n: number): Promise<void> {
  for (;;) {
    const found = await deps.store.get(seen.id);
    if (found === undefined) throw new Error('the case is gone');
    const tags = [...found.value.tags, `${name}-${n}`];
    try {
      await editCase(caseDeps, actor, seen.id, { tags }, found.etag);
      return;
    } catch (error) {
      if (!isFailure(error, 'stale')) throw error;
    }
  }
}

const times = (count: number) => Array.from({ length: count }, (_, n) => n);
await Promise.all(times(creates).map(create));
await Promise.all(times(edits).map(editAsSeen));
await Promise.all(times(edits).map(editUntilDone));
await backend.close();
