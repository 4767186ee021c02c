import { erasedText } from '../../domain/privacy/scrub.ts';
import type { ImportRecord } from '../../ports/imports.ts';
import type { Row, RowValue } from '../../ports/table-backend.ts';
import type { Erasure } from '../../ports/traces.ts';

/** Partitions beside the shards in which text may name a customer. */
export const beside = [
  ['core', 'views'],
  ['core', 'knowledge'],
  ['core', 'cfg'],
  ['core', 'audit'],
  ['core', 'workspace'],
  ['sync', 'outgoing'],
  ['sync', 'pending'],
  ['sync', 'files'],
  ['sync', 'workflow'],
  ['sync', 'bulk-runs'],
] as const;

/** A row that the person stands in by their address says nothing any more; null is nobody's. */
function eraseCells(cells: string[], { email, scrub }: Erasure): string[] {
  const isTheirs = cells.some((cell) => cell.trim().toLowerCase() === email);
  return isTheirs ? cells.map(() => erasedText) : scrub(cells);
}

/** What an import keeps of its file, and of what it changed. */
export function eraseImport({ value }: Row, erasure: Erasure): RowValue {
  const { samples, changes = [], ...rest } = value as unknown as ImportRecord;
  return changed(value, {
    ...erasure.scrub(rest),
    samples: samples.map((cells) => eraseCells(cells, erasure)),
    changes: changes.map((one) => eraseChanges(one, erasure)),
  });
}

/** The rows of its file, or what became of each. */
export function eraseImportPart({ value }: Row, erasure: Erasure): RowValue {
  const items = (value.items as { caseId?: string; changes?: unknown; cells?: string[] }[]).map((item) =>
    item.cells === undefined ? eraseChanges(item, erasure) : { ...item, cells: eraseCells(item.cells, erasure) },
  );
  return changed(value, { items });
}

/** A sentence about a case that is about them goes. */
export function eraseFiring({ value }: Row, { own, scrub }: Erasure): RowValue {
  return own.has(String(value.caseId)) ? changed(value, { ...value, said: erasedText }) : scrub(value);
}

function eraseChanges<T extends object & { caseId?: unknown; changes?: unknown }>(one: T, { own, scrub }: Erasure): T {
  return own.has(String(one.caseId)) && one.changes !== undefined ? { ...one, changes: [] } : scrub(one);
}

/** The very same object where nothing is different. */
function changed(before: RowValue, after: Record<string, unknown>): RowValue {
  return JSON.stringify(sorted(before)) === JSON.stringify(sorted(after)) ? before : after;
}

function sorted(value: RowValue): [string, unknown][] {
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}
