const dayMs = 86_400_000;

/** A stretch of time in which local time runs `offset` milliseconds ahead of UTC. `from` inclusive, `to` exclusive. */
export interface OffsetSpan {
  from: number;
  to: number;
  offset: number;
}

const yearsByZone = new Map<string, Map<number, OffsetSpan[]>>();
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The spans of one UTC year in an IANA time zone, from the platform's own time zone data. Days are sampled, so two
 * changes within one day would be missed; no zone has made any. @throws RangeError for a zone that does not exist
 */
export function offsetSpans(zone: string, year: number): OffsetSpan[] {
  const years = yearsByZone.get(zone) ?? new Map<number, OffsetSpan[]>();
  const known = years.get(year);
  if (known !== undefined) return known;
  const spans = findSpans(zone, startOfYear(year), startOfYear(year + 1));
  yearsByZone.set(zone, years.set(year, spans));
  return spans;
}

/** Local time minus UTC at an instant, in milliseconds. */
export function offsetAt(zone: string, ms: number): number {
  const spans = offsetSpans(zone, new Date(ms).getUTCFullYear());
  return spans.find((span) => ms < span.to)?.offset ?? 0;
}

/** Milliseconds since the epoch at which a UTC year begins. */
export function startOfYear(year: number): number {
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  return new Date(0).setUTCFullYear(year, 0, 1);
}

function findSpans(zone: string, from: number, to: number): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let span: OffsetSpan = { from, to, offset: readOffset(zone, from) };
  for (let day = from + dayMs; day <= to; day += dayMs) {
    if (readOffset(zone, Math.min(day, to - 1)) === span.offset) continue;
    const change = findChange(zone, day - dayMs, Math.min(day, to - 1), span.offset);
    spans.push({ ...span, to: change });
    span = { from: change, to, offset: readOffset(zone, change) };
  }
  return [...spans, span];
}

/** The first second in (before, after] whose offset is no longer `offset`. */
function findChange(zone: string, before: number, after: number, offset: number): number {
  let [low, high] = [before, Math.ceil(after / 1000) * 1000];
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (readOffset(zone, middle) === offset) low = middle;
    else high = middle;
  }
  return high;
}

const written = /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)$/;

function readOffset(zone: string, ms: number): number {
  const match = written.exec(formatOf(zone).format(ms));
  if (match === null) throw new RangeError(`The time zone ${zone} cannot be read.`);
  const [, month = 1, day = 1, year = 1, hour = 0, minute = 0, second = 0] = match.map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const numeric = 'numeric';
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  });
  formats.set(zone, format);
  return format;
}
