import { isDeepStrictEqual } from 'node:util';

export interface Difference {
  field: string;
  now: unknown;
  yours: unknown;
}

/** Which of the sent fields differ from the present state. Fields that the present state does not have are left out. */
export function differences(current: unknown, sent: unknown): Difference[] {
  if (!isRecord(current) || !isRecord(sent)) return [];
  return Object.entries(sent)
    .filter(([field, yours]) => Object.hasOwn(current, field) && !isDeepStrictEqual(current[field], yours))
    .map(([field, yours]) => ({ field, now: current[field], yours }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
