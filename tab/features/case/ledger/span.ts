/** Counted time in a column: "22m", "2h 14m", "3d 01h". Rounded down, so that it never flatters. */
export function spanShort(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / 60_000);
  if (minutes < 60) return `${minutes}m`;
  const two = (n: number) => String(n).padStart(2, '0');
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)}h ${two(minutes % 60)}m`;
  return `${Math.floor(minutes / 1440)}d ${two(Math.floor((minutes % 1440) / 60))}h`;
}
