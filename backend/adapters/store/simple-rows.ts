import type { Partition, Row, RowOperation, RowValue, TableBackend } from '../../ports/table-backend.ts';
import { Attempts } from './attempts.ts';

/** Writes whose repetition changes nothing. @throws Failure `unavailable` */
export async function writeRepeatably(
  backend: TableBackend,
  partition: Partition,
  operations: Extract<RowOperation, { kind: 'upsert' | 'delete' }>[],
): Promise<void> {
  const attempts = new Attempts();
  for (;;) {
    const result = await backend.commit(partition, operations);
    if (result.kind === 'committed') return;
    await attempts.afterUnknown(result.kind === 'unknown' ? result.cause : undefined);
  }
}

/** The first to write the row wins; answers the value that holds. @throws Failure `unavailable` */
export async function firstWriter(
  backend: TableBackend,
  partition: Partition,
  row: string,
  value: RowValue,
): Promise<RowValue> {
  const attempts = new Attempts();
  for (;;) {
    const present = await backend.get(partition, row);
    if (present !== undefined) return present.value;
    const result = await backend.commit(partition, [{ kind: 'create', row, value }]);
    if (result.kind === 'committed') return value;
    if (result.kind === 'unknown') await attempts.afterUnknown(result.cause);
    else await attempts.afterConflict();
  }
}

/** All rows of a range, however many. */
export async function* allRows(
  backend: TableBackend,
  partition: Partition,
  bounds: { from: string; to: string },
): AsyncGenerator<Row> {
  const limit = 1_000;
  for (let from = bounds.from; ; ) {
    const page = await backend.range(partition, { from, to: bounds.to, limit });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < limit) return;
    from = `${last.row} `;
  }
}

/** The operation that writes a row which was read as `present` and must not have changed since. */
export function writeOver(present: Row | undefined, row: string, value: RowValue): RowOperation {
  return present === undefined
    ? { kind: 'create', row, value }
    : { kind: 'replace', row, value, ifMatch: present.etag };
}
