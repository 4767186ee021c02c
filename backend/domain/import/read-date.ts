/** `2026-03-04`, with or without a time; without a zone it is UTC. */
const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;
/** `4.3.2026`, as it is written where points stand in dates: the day first. */
const pointed = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?: (\d{1,2}):(\d{2}))?$/;

/** The instant, or undefined for what is no date or could be two: `3/4/2026` is March to some and April to others. */
export function readDate(text: string): string | undefined {
  const [, year, month, day, hour = '00', minute = '00', second = '00', zone = 'Z'] = iso.exec(text) ?? [];
  if (year !== undefined)
    return instantOf(`${year}-${month}-${day}T${hour}:${minute}:${second}${withColon(zone)}`, day);
  const [, d, m, y, h = '0', min = '00'] = pointed.exec(text) ?? [];
  if (y === undefined) return undefined;
  const two = (digits = '') => digits.padStart(2, '0');
  return instantOf(`${y}-${two(m)}-${two(d)}T${two(h)}:${min}:00Z`, two(d));
}

function withColon(zone: string): string {
  return /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
}

/** A day that the month does not have would become one of the next. */
function instantOf(text: string, day: string | undefined): string | undefined {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) return undefined;
  const local = Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
  return new Date(local).getUTCDate() === Number(day) ? new Date(ms).toISOString() : undefined;
}
