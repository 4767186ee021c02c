import type { Instant } from '../../domain/mail/mail.ts';

const loneSurrogates = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const controls = /[\p{Cc}\u2028\u2029]+/gu;
const instantShape = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;
/** RFC 5321 allows 254; legacy Exchange addresses are longer. */
const longestAddress = 1_000;

/** Text that can be stored as UTF-8 and comes back the same; line breaks stay. */
export function wholeText(value: string | undefined): string {
  return (value ?? '').replaceAll('\u0000', '').replace(loneSurrogates, '\ufffd');
}

/** Text for one line: a line break in a name or subject could become a header of our own mail. */
export function oneLine(value: string | undefined): string {
  return wholeText(value).replace(controls, ' ');
}

/** A mail address in lower case, or empty when it is none that can be used. */
export function addressText(value: string | undefined): string {
  const address = oneLine(value).trim().toLowerCase();
  return address.length > longestAddress ? '' : address;
}

/** Undefined for anything but a real instant of the years 1970 to 9999, the range in which instants sort as text. */
export function instantText(value: string | undefined): Instant | undefined {
  if (value === undefined || !instantShape.test(value)) return undefined;
  const ms = Date.parse(value);
  if (Number.isNaN(ms) || ms < 0 || ms >= Date.UTC(10_000, 0)) return undefined;
  return new Date(ms).toISOString();
}
