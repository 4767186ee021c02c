import type { RowValue } from '../../ports/table-backend.ts';

/** A string property holds 64 KiB in UTF-16, so 32,768 units. */
const textChunk = 32_000;
const bytesChunk = 64_000;
/**
 * An entity holds 1 MiB and its strings count two bytes a unit, so longer values go in as UTF-8 bytes. Shorter ones stay
 * strings because an operator can read those in the portal.
 */
const longestText = 400_000;

export type ValueProperties = Record<string, string | Uint8Array>;

/** Spreads serialised JSON over the properties `v0`, `v1`, … as text, or `b0`, `b1`, … as bytes. */
export function toProperties(json: string): ValueProperties {
  // Some servers end a line of a batch at these two characters; escaped they mean the same in JSON.
  const text = json.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
  return text.length <= longestText ? textProperties(text) : bytesProperties(Buffer.from(text, 'utf8'));
}

export function fromProperties(entity: Record<string, unknown>): RowValue {
  const texts = numbered(entity, 'v').map(String);
  const bytes = numbered(entity, 'b').filter((chunk) => chunk instanceof Uint8Array);
  return JSON.parse(texts.join('') || Buffer.concat(bytes).toString('utf8')) as RowValue;
}

function textProperties(text: string): ValueProperties {
  const properties: ValueProperties = {};
  for (let from = 0, n = 0; from < text.length; n++) {
    const to = wholeCharacters(text, from + textChunk);
    properties[`v${n}`] = text.slice(from, to);
    from = to;
  }
  return properties;
}

/** The two halves of a surrogate pair must not travel in different properties. */
function wholeCharacters(text: string, to: number): number {
  const last = text.charCodeAt(to - 1);
  return to < text.length && last >= 0xd800 && last <= 0xdbff ? to - 1 : to;
}

function bytesProperties(bytes: Buffer): ValueProperties {
  const properties: ValueProperties = {};
  for (let n = 0; n * bytesChunk < bytes.length; n++) {
    properties[`b${n}`] = bytes.subarray(n * bytesChunk, (n + 1) * bytesChunk);
  }
  return properties;
}

function numbered(entity: Record<string, unknown>, letter: string): unknown[] {
  const chunks: unknown[] = [];
  for (let n = 0; entity[`${letter}${n}`] !== undefined; n++) chunks.push(entity[`${letter}${n}`]);
  return chunks;
}
