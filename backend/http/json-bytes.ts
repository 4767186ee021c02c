/** JSON that has been serialised already, such as cases that are asked for again and again. */
export class JsonBytes {
  readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }
}

const comma = Buffer.from(',');

/** `{"name":[…],…rest}` from serialised items. */
export function jsonList(name: string, items: readonly Buffer[], rest: Record<string, unknown>): JsonBytes {
  const parts: Buffer[] = [Buffer.from(`{${JSON.stringify(name)}:[`)];
  for (const [i, item] of items.entries()) {
    if (i > 0) parts.push(comma);
    parts.push(item);
  }
  const others = JSON.stringify(rest).slice(1);
  parts.push(Buffer.from(others === '}' ? ']}' : `],${others}`));
  return new JsonBytes(Buffer.concat(parts));
}
