/** JSON that has been serialised already, such as cases that are asked for again and again. */
export class JsonBytes {
  readonly bytes: Buffer;

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
}

const comma = Buffer.from(',');
const end = Buffer.from(']');
const nothing = Buffer.from('null');

/** `{"name":[…],…rest}` from serialised items; `serialised` members, of which null stays null, come before the rest. */
export function jsonList(
  name: string,
  items: readonly Uint8Array[],
  rest: Record<string, unknown>,
  serialised: Record<string, Uint8Array | null> = {},
): JsonBytes {
  const parts: Uint8Array[] = [Buffer.from(`{${JSON.stringify(name)}:[`)];
  for (let i = 0; i < items.length; i++) {
    if (i > 0) parts.push(comma);
    parts.push(items[i] as Uint8Array);
  }
  parts.push(end);
  for (const [member, bytes] of Object.entries(serialised)) {
    parts.push(Buffer.from(`,${JSON.stringify(member)}:`), bytes ?? nothing);
  }
  const others = JSON.stringify(rest).slice(1);
  parts.push(Buffer.from(others === '}' ? '}' : `,${others}`));
  return new JsonBytes(Buffer.concat(parts));
}
