/** What somebody is writing on a case, kept for as long as the window lives; never anything but their own words. */
export function keptText(caseId: string, kind: 'reply' | 'note'): string {
  try {
    return sessionStorage.getItem(nameOf(caseId, kind)) ?? '';
  } catch {
    // A window may have no storage; then the text lives as long as the page.
    return '';
  }
}

export function keepText(caseId: string, kind: 'reply' | 'note', text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(nameOf(caseId, kind));
    else sessionStorage.setItem(nameOf(caseId, kind), text);
  } catch {
    // See above.
  }
}

function nameOf(caseId: string, kind: string): string {
  return `handyconnect.${kind}.${caseId}`;
}
