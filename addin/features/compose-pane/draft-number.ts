/** The case that a subject names, such as HC-1042. */
export function numberIn(subject: string): string | null {
  return /\[(HC-\d{1,12})\]/i.exec(subject)?.[1]?.toUpperCase() ?? null;
}
