/**
 * The value at a path such as `customer.email`, or undefined. Names are found in any letter case, as mail headers want
 * it; a list on the way gives the list of its members' values; and where a thing is known by its name alone, its `name`
 * is itself.
 */
export function valueAt(object: Readonly<Record<string, unknown>>, path: string): unknown {
  const whole = memberOf(object, path);
  return whole === undefined ? walk(object, path.split('.')) : whole;
}

function walk(from: unknown, [step, ...rest]: string[]): unknown {
  if (step === undefined) return from;
  if (Array.isArray(from)) return from.map((one) => walk(one, [step, ...rest])).filter((one) => one !== undefined);
  if (typeof from !== 'object' || from === null) return step === 'name' && rest.length === 0 ? from : undefined;
  return walk(memberOf(from, step), rest);
}

function memberOf(object: object, name: string): unknown {
  if (Object.hasOwn(object, name)) return (object as Record<string, unknown>)[name];
  const wanted = name.toLowerCase();
  const found = Object.keys(object).find((key) => key.toLowerCase() === wanted);
  return found === undefined ? undefined : (object as Record<string, unknown>)[found];
}

/** What a value says, as texts: one of a scalar, one a member of a list, id and names of a thing, none of nothing. */
export function textsOf(value: unknown): string[] {
  if (value === null || value === undefined || value === '') return [];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object') return [String(value)];
  const { id, key, name, email } = value as Record<string, unknown>;
  return [id, key, name, email].filter((one) => typeof one !== 'object').flatMap(textsOf);
}

export function isSet(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return textsOf(value).some((text) => text.trim() !== '');
}

/** The number that a value is or is written as, or null. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || value.trim() === '') return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}
