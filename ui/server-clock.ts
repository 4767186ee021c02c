let offsetMs = 0;

/** The server's time now, in milliseconds since the epoch. */
export function serverNow(): number {
  return Date.now() + offsetMs;
}

/** Takes the `Date` header of an answer; a difference within its own resolution is not a wrong clock. */
export function noteServerDate(header: string | null): void {
  const serverMs = header === null ? Number.NaN : Date.parse(header);
  if (Number.isNaN(serverMs)) return;
  const difference = serverMs - Date.now();
  offsetMs = Math.abs(difference) > 3000 ? difference : 0;
}
