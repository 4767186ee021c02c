interface Named {
  id: string;
}

/** The fields of one thing that differ; targets count one by one. */
export function changedFields<T extends Named>(before: T | undefined, after: T): string[] {
  if (before === undefined) return [];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof T & string>;
  return [...keys].flatMap((key) => {
    if (same(before[key], after[key])) return [];
    if (key !== 'targets' && key !== 'hours') return [key];
    const [old, now] = [before[key], after[key]] as Record<string, unknown>[];
    const parts = new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})]);
    return [...parts].filter((part) => !same(old?.[part], now?.[part])).map((part) => `${key}.${part}`);
  });
}

/** How many things somebody would see as a change: added, removed, put in another order, or a field of one. */
export function countChanges<T extends Named>(before: readonly T[], after: readonly T[]): number {
  const old = new Map(before.map((one) => [one.id, one]));
  const now = new Set(after.map(({ id }) => id));
  const added = after.filter(({ id }) => !old.has(id)).length;
  const removed = before.filter(({ id }) => !now.has(id)).length;
  const fields = after.reduce((sum, one) => sum + changedFields(old.get(one.id), one).length, 0);
  const stayed = (list: readonly T[], other: { has: (id: string) => boolean }) =>
    list.filter(({ id }) => other.has(id)).map(({ id }) => id);
  const reordered = stayed(before, now).join() === stayed(after, old).join() ? 0 : 1;
  return added + removed + fields + reordered;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
