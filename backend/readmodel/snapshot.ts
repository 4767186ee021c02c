import { createHash } from 'node:crypto';
import type { LogPosition } from '../ports/text-index.ts';
import { CaseColumns, codedFields, minuteColumns, numberColumns } from './case-columns.ts';

/** To be raised whenever columns mean something else; older snapshots are then not read, and the columns built anew. */
const version = 2;
const magic = 'HCRM';
const headSize = 8;
const hashSize = 32;

type Column = Uint32Array | Float64Array | Uint8Array;

interface Header {
  version: number;
  size: number;
  positions: LogPosition[];
  words: Record<string, (string | null)[]>;
}

/** The columns as bytes: `HCRM`, the length of the header, the header as JSON, each column, and a hash over all of it. */
export function writeSnapshot(columns: CaseColumns, positions: readonly LogPosition[]): Uint8Array[] {
  const header: Header = { version, size: columns.size, positions: [...positions], words: wordsOf(columns) };
  const json = Buffer.from(JSON.stringify(header));
  const head = Buffer.alloc(headSize);
  head.write(magic);
  head.writeUInt32LE(json.length, 4);
  // Copied, because the columns go on changing while the parts are being written.
  const parts = [head, json, ...listed(columns, columns.size).map((column) => Buffer.from(bytesOf(column)))];
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return [...parts, hash.digest()];
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
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const body = buffer.subarray(0, -hashSize);
  const isWhole = createHash('sha256').update(body).digest().equals(buffer.subarray(-hashSize));
  if (!isWhole || body.toString('latin1', 0, 4) !== magic) return null;
  const jsonEnd = headSize + body.readUInt32LE(4);
  const header = JSON.parse(body.toString('utf8', headSize, jsonEnd)) as Header;
  if (header.version !== version) return null;
  const columns = new CaseColumns(capacityFor(header.size));
  columns.size = header.size;
  let at = jsonEnd;
  for (const column of listed(columns, header.size)) {
    const target = bytesOf(column);
    target.set(body.subarray(at, at + target.length));
    at += target.length;
  }
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
    ...[columns.live, columns.complaint, columns.unanalysed].map((bits) => bits.words.subarray(0, words)),
    ...codedFields.map((name) => columns.coded[name].codes.subarray(0, size)),
    ...numberColumns.map((name) => columns.numbers[name].subarray(0, size)),
    ...minuteColumns.map((name) => columns.minutes[name].subarray(0, size)),
    columns.ids.subarray(0, size * 3),
    columns.verdict.subarray(0, size),
    columns.tagSet.subarray(0, size),
    columns.customer.subarray(0, size),
    columns.email.subarray(0, size),
  ];
}

function wordsOf(columns: CaseColumns): Header['words'] {
  const coded = codedFields.map((name) => [name, columns.coded[name].words.values]);
  const { tagSets, customers, emails } = columns;
  return Object.fromEntries([
    ...coded,
    ['tagSets', tagSets.values],
    ['customers', customers.values],
    ['emails', emails.values],
  ]);
}

function bytesOf(column: Column): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}
