import { Failure } from '../../domain/failure.ts';

/**
 * The client signs only requests to Graph's own https address, so every request is addressed there and the last step
 * before the network puts the real base address in.
 */
export const canonicalBase = 'https://graph.microsoft.com/v1.0';

/** One path segment. A segment of dots would climb to another resource once the address is normalised. */
export function segment(value: string): string {
  if (value === '' || value === '.' || value === '..') throw new Failure('not-found', 'No such mail or mailbox');
  return encodeURIComponent(value);
}

/** A query with every value encoded; the client itself encodes nothing. */
export function query(parameters: Record<string, string | number>): string {
  const pairs = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `?${pairs.join('&')}`;
}

/** A text literal of an OData filter. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * A link that Graph handed out, without origin and version, so that it can be stored and followed whatever the base
 * address is. Links never lead to another host.
 */
export function relativeLink(baseUrl: string, link: string): string {
  const url = new URL(link, canonicalBase);
  const prefixes = [new URL(baseUrl).pathname.replace(/\/$/, ''), '/v1.0'];
  const prefix = prefixes.find((each) => each !== '' && url.pathname.startsWith(`${each}/`)) ?? '';
  return url.pathname.slice(prefix.length) + url.search;
}
