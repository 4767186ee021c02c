import { createHash } from 'node:crypto';

const headSize = 8;
const hashSize = 32;
/** Bytes hashed and written in one go; a multiple of every column's width. */
const sliceSize = 1024 * 1024;

export type Column = Uint32Array | Float64Array | Uint16Array | Uint8Array;

/**
 * Four letters, the length of the header, the header as JSON, the columns, and a hash over all of it. The columns are read
 * slice by slice as they are asked for and may change meanwhile: what a snapshot says of its position in the log is as of
 * the call, and whoever reads it back applies what came since, which brings torn rows right.
 */
export function* packSnapshot(magic: string, header: unknown, columns: readonly Column[]): Generator<Uint8Array> {
  const hash = createHash('sha256');
  const json = Buffer.from(JSON.stringify(header));
  const head = Buffer.alloc(headSize);
  head.write(magic);
  head.writeUInt32LE(json.length, 4);
  for (const part of [head, json, ...columns.map(bytesOf)]) {
    for (let at = 0; at < part.length; at += sliceSize) {
      // Copied, because what is hashed must be what is written.
      const slice = Buffer.from(part.subarray(at, at + sliceSize));
      hash.update(slice);
      yield slice;
    }
  }
  yield hash.digest();
}

export interface UnpackedSnapshot {
  header: unknown;
  /** Fills the next column. */
  fill(column: Column): void;
}

/** Null for anything but a whole snapshot of this kind. @throws SyntaxError for a header that is no JSON */
export function unpackSnapshot(magic: string, bytes: Uint8Array): UnpackedSnapshot | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const body = buffer.subarray(0, -hashSize);
  const isWhole = createHash('sha256').update(body).digest().equals(buffer.subarray(-hashSize));
  if (!isWhole || body.toString('latin1', 0, 4) !== magic) return null;
  let at = headSize + body.readUInt32LE(4);
  return {
    header: JSON.parse(body.toString('utf8', headSize, at)),
    fill(column) {
      const target = bytesOf(column);
      target.set(body.subarray(at, at + target.length));
      at += target.length;
    },
  };
}

function bytesOf(column: Column): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}
