/** Which parts beside the conversation are folded, kept on this device. */
const name = 'handyconnect.folded';

export function foldedSections(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '[]');
    return Array.isArray(kept) ? kept.filter((each): each is string => typeof each === 'string') : [];
  } catch {
    // Without storage everything stands open.
    return [];
  }
}

export function keepFolded(sections: string[]): void {
  try {
    localStorage.setItem(name, JSON.stringify(sections));
  } catch {
    // See above.
  }
}
