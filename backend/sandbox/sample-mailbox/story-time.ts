/** Monday 23 November 2026, 08:00 in Berlin: minute 0 of the story that the sample mails tell. */
export const storyStart = Date.UTC(2026, 10, 23, 7, 0);

export function storyDate(minute: number): Date {
  return new Date(storyStart + minute * 60_000);
}

/** The pieces of a story date as a mail client in that locale writes them, in Berlin time. */
export function storyDateText(minute: number, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'Europe/Berlin', ...options }).format(storyDate(minute));
}
