import { type Catalogue, inLanguage } from '../../../../ui/language.ts';

const english = {
  sumUp: 'Sum up the conversation',
  again: 'Sum up again',
  title: 'Summary of the conversation',
  working: 'Reading the conversation',
  happened: 'What happened',
  open: 'What is open',
  promised: 'What we promised',
  nothingOpen: 'Nobody waits for an answer.',
  nothingPromised: 'Nothing that we wrote is a promise.',
  restsOn: (at: string) => `mail of ${at}`,
  showSource: (at: string, from: string) => `Show the mail of ${from}, ${at}`,
  byModel: (at: string) => `Written by a language model, ${at}. It may be wrong; each line names its mails.`,
  bySentences: (at: string) =>
    `Sentences of the mails themselves, picked by the local engine, ${at}. It may miss something.`,
  wentOn: 'Mail has come since.',
  notSummed: 'The conversation was not summed up.',
  close: 'Close the summary',
  translate: 'Translate',
  hide: 'Hide the translation',
  translating: 'Translating',
  translated: (from: string, at: string) => `Translated from ${from} by a language model, ${at}. It may be wrong.`,
  unknownLanguage: 'an unknown language',
  translation: 'Translation',
  notTranslated: 'Not translated.',
  retry: 'Try again',
};

const german: Catalogue<typeof english> = {
  sumUp: 'Gespräch zusammenfassen',
  again: 'Neu zusammenfassen',
  title: 'Zusammenfassung des Gesprächs',
  working: 'Das Gespräch wird gelesen',
  happened: 'Was geschah',
  open: 'Was offen ist',
  promised: 'Was wir versprachen',
  nothingOpen: 'Niemand wartet auf eine Antwort.',
  nothingPromised: 'Nichts, was wir schrieben, ist ein Versprechen.',
  restsOn: (at) => `Mail von ${at}`,
  showSource: (at, from) => `Die Mail von ${from}, ${at}, zeigen`,
  byModel: (at) => `Von einem Sprachmodell geschrieben, ${at}. Es kann irren; jede Zeile nennt ihre Mails.`,
  bySentences: (at) => `Sätze der Mails selbst, vom örtlichen Modell gewählt, ${at}. Etwas kann fehlen.`,
  wentOn: 'Seither kam Mail.',
  notSummed: 'Das Gespräch wurde nicht zusammengefasst.',
  close: 'Zusammenfassung schließen',
  translate: 'Übersetzen',
  hide: 'Übersetzung schließen',
  translating: 'Wird übersetzt',
  translated: (from, at) => `Aus ${from} von einem Sprachmodell übersetzt, ${at}. Es kann irren.`,
  unknownLanguage: 'einer unbekannten Sprache',
  translation: 'Übersetzung',
  notTranslated: 'Nicht übersetzt.',
  retry: 'Noch einmal',
};

/** Sentences of what the analyst reads out of a conversation. */
export const readingWords = inLanguage(english, german);
