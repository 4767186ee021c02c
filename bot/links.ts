/** The tab's list of cases. */
export function listUrl(publicUrl: string): string {
  return new URL('/tab/', publicUrl).href;
}

/** The tab with one case open. */
export function caseUrl(publicUrl: string, number: string): string {
  return new URL(`/tab/?case=${encodeURIComponent(number)}`, publicUrl).href;
}
