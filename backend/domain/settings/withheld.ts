import type { FieldFault } from '../failure.ts';

/** Stands in a file for the rest of an address that may be a secret. */
const mark = '/withheld';

/** A document without its secrets: whoever knows the whole address of a webhook may write to it. */
export function withhold(document: unknown): unknown {
  return mapped(document, '', (url) => originOf(url) + mark);
}

/**
 * Puts back what was withheld, from where the same rule or macro calls the same server in the present document. What
 * cannot be found is a fault.
 */
export function putBack(document: unknown, present: unknown): { document: unknown; faults: FieldFault[] } {
  const known = new Map<string, string>();
  mapped(present, '', (url, _, owner) => {
    known.set(`${owner} ${originOf(url)}`, url);
    return url;
  });
  const faults: FieldFault[] = [];
  const whole = mapped(document, '', (url, path, owner) => {
    if (!url.endsWith(mark)) return url;
    const found = known.get(`${owner} ${originOf(url)}`);
    if (found === undefined)
      faults.push({ path, message: 'was withheld from the file; write the whole address there' });
    return found ?? url;
  });
  return { document: whole, faults };
}

/** The server of an address, without whatever stands before an `@`; empty where it is no address. */
function originOf(url: string): string {
  const [, server] = /^https:\/\/(?:[^/?#@]*@)?([^/?#]+)/i.exec(url) ?? [];
  return server === undefined ? '' : `https://${server}`;
}

type Change = (url: string, path: string, owner: string) => string;

/** A copy with the address of every webhook changed. `owner` is the id of the innermost thing around it that has one. */
function mapped(value: unknown, path: string, change: Change, owner = ''): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const own = 'id' in value && typeof value.id === 'string' ? value.id : owner;
  const at = (key: string | number) => (path === '' ? String(key) : `${path}.${key}`);
  if (Array.isArray(value)) return value.map((item, i) => mapped(item, at(i), change, own));
  const entries = Object.entries(value).map(([key, inner]) => [key, mapped(inner, at(key), change, own)]);
  const copy = Object.fromEntries(entries);
  const { kind, url } = copy as { kind?: unknown; url?: unknown };
  if (kind === 'webhook' && typeof url === 'string' && originOf(url) !== '') copy.url = change(url, at('url'), own);
  return copy;
}
