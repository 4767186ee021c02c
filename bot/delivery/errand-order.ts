let last = 0;
let count = 0;

/** A name that sorts by the moment from which an errand may leave, and by when it was given out among equals. */
export function errandAt(ms: number): string {
  const at = Math.max(0, Math.floor(ms));
  count = at === last ? count + 1 : 0;
  last = at;
  return `${String(at).padStart(15, '0')}-${String(count).padStart(6, '0')}-${process.pid.toString(36)}`;
}

/** From when on it may leave: milliseconds since the epoch. */
export function errandDueMs(order: string): number {
  return Number(order.slice(0, 15));
}
