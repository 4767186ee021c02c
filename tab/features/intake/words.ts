import type { AiDocument } from '../../../backend/contracts/ai.ts';
import type { MailboxesDocument } from '../../../backend/contracts/settings.ts';
import { type Catalogue, inLanguage } from '../../../ui/language.ts';

const english = {
  ai: {
    title: 'Analyst',
    lead: 'Who reads the mail: a language model where one is set up, the engine in here otherwise.',
    use: 'What a language model may do',
    engine: 'Engine',
    engines: {
      auto: 'language model where there is one',
      local: 'only the one in here',
    } satisfies Record<AiDocument['engine'], string>,
    engineHint:
      'With “only the one in here” nothing leaves the house. Key, model and daily tokens stand in the deployment.',
    redaction: 'Taken out before',
    redactions: {
      standard: 'cards, accounts and secrets',
      strict: 'also mail addresses and telephone numbers',
    } satisfies Record<AiDocument['redaction'], string>,
    redactionHint: 'From every text that a language model sees',
    optOut: 'Mailboxes it never sees',
    optOutHint: 'Addresses with commas between',
    retry: 'Ask again later',
    retryHint: 'About what the engine in here had to read',
    input: 'Price of a million tokens sent',
    output: 'Price of a million tokens received',
    learned: 'Use what was learned here',
    learnedHint: 'Category, complaint, mood and priority as people corrected them',
    spent: 'Spending',
    noModel: 'No language model is set up, so nothing is spent.',
    today: (used: string, limit: string) => `Today ${used} of ${limit} tokens.`,
    nothing: (days: number) => `Nothing was spent in the last ${days} days.`,
    notCounted: 'The spending was not loaded.',
    columns: { of: 'Day (UTC)', calls: 'Calls', input: 'Sent', output: 'Received', cost: 'Cost' },
  },
  mailboxes: {
    title: 'Mailboxes',
    lead: 'Which mailboxes are watched stands in the deployment; here is how the mail of each is treated.',
    none: 'No mailbox is watched.',
    watched: 'watched',
    silent: 'silent',
    unwatched: 'not watched',
    closed: 'An answer to a closed case',
    closedKinds: {
      reopen: 'opens it again',
      follow_up: 'opens a new, linked case',
    } satisfies Record<MailboxesDocument['mailboxes'][number]['closedCase'], string>,
    days: 'But a new case after, days',
    daysHint: 'Empty: it is always opened again',
    silence: 'Alarm after silence of, minutes',
    silenceHint: 'Empty: as the deployment says; 0: never',
    bulk: 'Newsletters open cases',
    bulkHint: 'They are never answered by themselves',
  },
};

const german: Catalogue<typeof english> = {
  ai: {
    title: 'Analyse',
    lead: 'Wer die Mails liest: ein Sprachmodell, wo eines eingerichtet ist, sonst das eingebaute Verfahren.',
    use: 'Was ein Sprachmodell darf',
    engine: 'Verfahren',
    engines: { auto: 'Sprachmodell, wo es eines gibt', local: 'nur das eingebaute' },
    engineHint:
      'Mit „nur das eingebaute“ verlässt nichts das Haus. Schlüssel, Modell und Tagesmenge stehen in der Installation.',
    redaction: 'Vorher entfernt',
    redactions: { standard: 'Karten, Konten und Geheimnisse', strict: 'auch Mailadressen und Telefonnummern' },
    redactionHint: 'Aus jedem Text, den ein Sprachmodell sieht',
    optOut: 'Postfächer, die es nie sieht',
    optOutHint: 'Adressen mit Kommas dazwischen',
    retry: 'Später noch einmal fragen',
    retryHint: 'Zu dem, was das eingebaute Verfahren lesen musste',
    input: 'Preis je Million gesendeter Token',
    output: 'Preis je Million empfangener Token',
    learned: 'Hier Gelerntes verwenden',
    learnedHint: 'Kategorie, Beschwerde, Stimmung und Priorität, wie sie berichtigt wurden',
    spent: 'Ausgaben',
    noModel: 'Kein Sprachmodell ist eingerichtet, also wird nichts ausgegeben.',
    today: (used, limit) => `Heute ${used} von ${limit} Token.`,
    nothing: (days) => `In den letzten ${days} Tagen wurde nichts ausgegeben.`,
    notCounted: 'Die Ausgaben wurden nicht geladen.',
    columns: { of: 'Tag (UTC)', calls: 'Aufrufe', input: 'Gesendet', output: 'Empfangen', cost: 'Kosten' },
  },
  mailboxes: {
    title: 'Postfächer',
    lead: 'Welche Postfächer beobachtet werden, steht in der Installation; hier steht, wie ihre Mails behandelt werden.',
    none: 'Kein Postfach wird beobachtet.',
    watched: 'beobachtet',
    silent: 'stumm',
    unwatched: 'nicht beobachtet',
    closed: 'Eine Antwort auf einen geschlossenen Fall',
    closedKinds: { reopen: 'öffnet ihn wieder', follow_up: 'öffnet einen neuen, verknüpften Fall' },
    days: 'Aber ein neuer Fall nach, Tage',
    daysHint: 'Leer: Er wird immer wieder geöffnet',
    silence: 'Alarm bei Stille von, Minuten',
    silenceHint: 'Leer: wie in der Installation; 0: nie',
    bulk: 'Rundschreiben öffnen Fälle',
    bulkHint: 'Sie werden nie von selbst beantwortet',
  },
};

/** Every sentence of mailboxes and analyst in the settings. */
export const words = inLanguage(english, german);
