import type { LogPosition } from '../ports/text-index.ts';
import { CaseColumns, codedFields, minuteColumns, numberColumns } from './case-columns.ts';
import { type Column, packSnapshot, unpackSnapshot } from './snapshot-bytes.ts';

/** To be raised whenever columns mean something else; older snapshots are then not read, and the columns built anew. */
const version = 5;
const magic = 'HCRM';

interface Header {
  version: number;
  size: number;
  positions: LogPosition[];
  words: Record<string, (string | null)[]>;
}

/** The columns as bytes, to be read while they go on changing; see `packSnapshot`. */
export function writeSnapshot(columns: CaseColumns, positions: readonly LogPosition[]): Iterable<Uint8Array> {
  const header: Header = { version, size: columns.size, positions: [...positions], words: wordsOf(columns) };
  return packSnapshot(magic, header, listed(columns, columns.size));
}

/** Null for anything but a whole snapshot of this version. */
export function readSnapshot(bytes: Uint8Array): { columns: CaseColumns; positions: LogPosition[] } | null {
  try {
    return read(bytes);
  } catch {
    return null;
  }
}

function read(bytes: Uint8Array): { columns: CaseColumns; positions: LogPosition[] } | null {
  const unpacked = unpackSnapshot(magic, bytes);
  if (unpacked === null) return null;
  const header = unpacked.header as Header;
  if (header.version !== version) return null;
  const columns = new CaseColumns(capacityFor(header.size));
  columns.size = header.size;
  for (const column of listed(columns, header.size)) unpacked.fill(column);
  columns.restoreWords(header.words);
  return { columns, positions: header.positions };
}

/** Room for twice as many, which costs nothing until it is used. */
function capacityFor(size: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(16_384, size * 2)));
}

/** Every column, cut to the rows that are in use. */
function listed(columns: CaseColumns, size: number): Column[] {
  const words = Math.ceil(size / 32);
  return [
    ...[columns.live, columns.complaint, columns.needsReview, columns.unanalysed].map((bits) =>
      bits.words.subarray(0, words),
    ),
    ...codedFields.map((name) => columns.coded[name].codes.subarray(0, size)),
    ...numberColumns.map((name) => columns.numbers[name].subarray(0, size)),
    ...minuteColumns.map((name) => columns.minutes[name].subarray(0, size)),
    columns.ids.subarray(0, size * 3),
    columns.verdict.subarray(0, size),
    columns.rating.subarray(0, size),
    columns.tagSet.subarray(0, size),
    columns.customer.subarray(0, size),
    columns.email.subarray(0, size),
    columns.basis.subarray(0, size),
  ];
}

function wordsOf(columns: CaseColumns): Header['words'] {
  const coded = codedFields.map((name) => [name, columns.coded[name].words.values]);
  const { tagSets, bases, customers, emails } = columns;
  return Object.fromEntries([
    ...coded,
    ['tagSets', tagSets.values],
    ['bases', bases.values],
    ['customers', customers.values],
    ['emails', emails.values],
  ]);
}
