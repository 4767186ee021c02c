import { DoorProblem } from './door-problem.ts';

/** Versions a caller will accept: any, or these. Weak tags keep their `W/"…"` form, so that they equal no version. */
export type IfMatch = '*' | string[];

const listedTag = /\s*(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"\s*(?:,|$)/y;
const bareTag = /^[\x21\x23-\x2b\x2d-\x7e]+$/;

/**
 * Reads an If-Match or If-None-Match header (RFC 9110, 13.1). A single tag without quotes is taken as meant, because
 * the `etag` field of our bodies has none. @throws DoorProblem 400 for anything else
 */
export function parseTags(header: string | undefined): IfMatch | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (text === '*') return '*';
  if (!text.includes('"') && bareTag.test(text)) return [text];
  return parseList(text);
}

function parseList(text: string): string[] {
  const tags: string[] = [];
  listedTag.lastIndex = 0;
  let end = 0;
  while (end < text.length) {
    const found = listedTag.exec(text);
    if (found === null)
      throw new DoorProblem(400, 'malformed-request', 'If-Match and If-None-Match take quoted entity tags.');
    tags.push(found[1] === undefined ? (found[2] ?? '') : `W/"${found[2]}"`);
    end = listedTag.lastIndex;
  }
  if (tags.length === 0)
    throw new DoorProblem(400, 'malformed-request', 'If-Match and If-None-Match take quoted entity tags.');
  return tags;
}

export function quoteTag(etag: string): string {
  return `"${etag}"`;
}

/** The weak comparison of If-None-Match: true when the caller already has this version. */
export function alreadyHas(tags: IfMatch | undefined, etag: string): boolean {
  if (tags === undefined) return false;
  return tags === '*' || tags.includes(etag) || tags.includes(`W/"${etag}"`);
}

/**
 * The one version to hand on where the caller may name several: the present one if it is among them. `current` is
 * asked only when the header leaves a choice. Undefined means that any version will do.
 */
export async function versionToMatch(
  tags: IfMatch | undefined,
  current: () => Promise<string>,
): Promise<string | undefined> {
  if (tags === undefined || tags === '*') return undefined;
  if (tags.length === 1) return tags[0];
  const present = await current();
  return tags.includes(present) ? present : tags[0];
}
