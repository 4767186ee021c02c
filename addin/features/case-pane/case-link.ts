/** Address of a case in the tab, by its number. */
export function caseLink(number: string): string {
  return `/tab/?case=${encodeURIComponent(number)}`;
}
