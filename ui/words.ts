import { clockNames as englishClocks } from '../backend/contracts/clock-words.ts';
import * as english from '../backend/contracts/words.ts';
import { counted, inLanguage } from './language.ts';

/** Words of states and fields in the reader's language. Mail, cards and exports speak as `backend/contracts/words.ts` does. */
export const statusWords = inLanguage(english.statusWords, {
  new: 'Neu',
  in_progress: 'In Arbeit',
  awaiting_customer: 'Wartet auf Kunden',
  awaiting_vendor: 'Wartet auf Dienstleister',
  awaiting_approval: 'Wartet auf Freigabe',
  resolved: 'Gelöst',
  closed: 'Geschlossen',
});

export const priorityWords = inLanguage(english.priorityWords, {
  critical: 'Kritisch',
  urgent: 'Dringend',
  high: 'Hoch',
  medium: 'Mittel',
  low: 'Niedrig',
});

export const sentimentWords = inLanguage(english.sentimentWords, {
  positive: 'Zufrieden',
  neutral: 'Neutral',
  negative: 'Unzufrieden',
  frustrated: 'Verärgert',
});

export const clockNames = inLanguage(englishClocks, {
  firstResponse: 'Erste Antwort',
  nextResponse: 'Antwort',
  resolution: 'Lösung',
});

const shippedCategories = inLanguage<Record<string, string>>(english.shippedCategoryWords, {
  technical: 'Technik',
  billing: 'Abrechnung',
  account: 'Konto',
  feature_request: 'Wunsch',
  general: 'Allgemein',
});

/** A category key as people read it; own keys of an administrator are shown with spaces and a capital. */
export function categoryWord(key: string): string {
  return shippedCategories[key] ?? english.categoryWord(key);
}

/** Words of clocks and people that tab and pane share. */
export const sharedWords = inLanguage(
  {
    unassigned: 'Unassigned',
    priority: (word: string) => `${word} priority`,
    nothingDue: 'Nothing due',
    none: 'none',
    met: 'met',
    metAt: (at: string) => `met ${at}`,
    paused: 'paused',
    over: (span: string) => `${span} over`,
    left: (span: string) => `${span} left`,
    nothingIsDue: (clock: string) => `${clock}: nothing is due.`,
    pausedSentence: (clock: string, span: string) => `${clock} paused, ${span}.`,
    metSentence: (clock: string, at: string) => `${clock} met${at === '' ? '' : ` ${at}`}.`,
    dueAt: (clock: string, at: string) => `${clock} due ${at}`,
    target: (span: string) => `target ${span}`,
    atRisk: 'at risk',
    overdue: 'overdue',
    today: (time: string) => `today ${time}`,
    tomorrow: (time: string) => `tomorrow ${time}`,
    underMinute: 'under 1 minute',
    minutes: (amount: number) => counted(amount, '# minute', '# minutes'),
    hours: (amount: number) => counted(amount, '# hour', '# hours'),
    days: (amount: number) => counted(amount, '# day', '# days'),
    clockOverdue: (clock: string) => `${clock} overdue`,
    clockPaused: (clock: string) => `${clock} paused`,
    dueIn: (clock: string) => `${clock} due in`,
    due: (clock: string) => `${clock} due`,
    underLeft: (due: string, span: string) => `${due}, under ${span} left`,
    now: 'now',
    ageMinutes: (amount: number) => `${amount} min`,
    ageHours: (amount: number) => `${amount} h`,
    ageDays: (amount: number) => `${amount} d`,
  },
  {
    unassigned: 'Niemand',
    priority: (word) => `Priorität ${word}`,
    nothingDue: 'Keine Frist',
    none: 'keine',
    met: 'eingehalten',
    metAt: (at) => `eingehalten ${at}`,
    paused: 'angehalten',
    over: (span) => `${span} über`,
    left: (span) => `noch ${span}`,
    nothingIsDue: (clock) => `${clock}: Nichts ist fällig.`,
    pausedSentence: (clock, span) => `${clock} angehalten, ${span}.`,
    metSentence: (clock, at) => `${clock} eingehalten${at === '' ? '' : `, ${at}`}.`,
    dueAt: (clock, at) => `${clock} fällig ${at}`,
    target: (span) => `Ziel ${span}`,
    atRisk: 'gefährdet',
    overdue: 'überfällig',
    today: (time) => `heute ${time}`,
    tomorrow: (time) => `morgen ${time}`,
    underMinute: 'weniger als 1 Minute',
    minutes: (amount) => counted(amount, '# Minute', '# Minuten'),
    hours: (amount) => counted(amount, '# Stunde', '# Stunden'),
    days: (amount) => counted(amount, '# Tag', '# Tage'),
    clockOverdue: (clock) => `${clock} überfällig`,
    clockPaused: (clock) => `${clock} angehalten`,
    dueIn: (clock) => `${clock} fällig in`,
    due: (clock) => `${clock} fällig`,
    underLeft: (due, span) => `${due}, noch weniger als ${span}`,
    now: 'jetzt',
    ageMinutes: (amount) => `${amount} Min.`,
    ageHours: (amount) => `${amount} Std.`,
    ageDays: (amount) => `${amount} T.`,
  },
);
