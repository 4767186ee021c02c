import type { Case } from '../../../../backend/contracts/case.ts';

import { counted, inLanguage } from '../../../../ui/language.ts';
import { statusWords } from '../../../../ui/words.ts';

const english = {
  label: 'Write',
  reply: 'Reply',
  note: 'Note',
  noteHint: 'Internal note, never sent',
  replyText: 'Reply to the customer',
  noteText: 'Internal note',
  to: 'To',
  cc: 'Cc',
  add: (where: string) => `Add to ${where}`,
  addHint: 'name@example.com',
  remove: (who: string) => `Remove ${who}`,
  newHere: 'new here',
  outside: 'outside',
  ownsCase: (number: string) => `customer of ${number}`,
  cameBack: 'mail came back',
  putBack: 'Put back',
  close: 'Fold away',
  loading: 'Checking who would read it',
  same: (count: number) => (count === 1 ? 'Same person as the last mail' : `Same ${count} people as the last mail`),
  guard: 'Recipient guard:',
  changes: (added: number, dropped: number) =>
    [
      added > 0 ? `adds ${people(added)} who ${added === 1 ? 'was' : 'were'} not on the last mail` : '',
      dropped > 0 ? `drops ${dropped} who ${dropped === 1 ? 'was' : 'were'} on it` : '',
    ]
      .filter(Boolean)
      .join(', '),
  otherCustomer: (email: string, number: string) =>
    `${email} is the customer of ${number}. Remove them, or say that you mean it.`,
  meanIt: 'I mean it',
  forgottenFile: 'The text speaks of a file, and none is attached.',
  attach: 'Attach',
  template: 'Template',
  knowledge: 'Knowledge',
  searching: 'Searching',
  noArticles: 'Nothing written fits this mail',
  goOn: 'Go on with your reply',
  draft: 'Draft',
  drafting: 'Drafting',
  draftTitle: (count: number) =>
    counted(count, 'Draft, # sentence and what it rests on', 'Draft, # sentences and what they rest on'),
  dropSources: 'Put the sources away',
  notDrafted: 'No reply was drafted.',
  struck: 'Struck, no source:',
  engine: { openai: 'language model', local: 'local engine' },
  sources: {
    mail: 'mail',
    answer: 'earlier answer',
    article: 'article',
    template: 'template',
    agent: 'your wish',
    phrase: 'phrase',
  },
  noTemplates: 'No templates yet',
  blanks: (names: string[]) => `Still to be filled in: ${names.join(', ')}`,
  send: (count: number, status: Case['status'] | null) => {
    const whom = count === 1 ? 'Send' : `Send to ${count}`;
    return status === null ? whom : `${whom}, set ${statusWords[status]}`;
  },
  sendAs: 'After sending',
  keepStatus: 'Leave the status',
  setStatus: (status: Case['status']) => `Set ${statusWords[status]}`,
  undoHint: (seconds: number) => `${seconds} s to undo after sending`,
  kept: 'Kept in this window',
  addNote: 'Add note',
  sending: (first: string, others: number) =>
    others === 0 ? `Sending to ${first}` : `Sending to ${first} and ${others === 1 ? '1 other' : `${others} others`}`,
  noted: 'Note added',
  notSent: 'Your reply was not sent. Your text is still here.',
  notNoted: 'The note was not added. Your text is still here.',
  tooLarge: (name: string) => `${name} is too large to send.`,
  nobody: 'Nobody would receive it. Add somebody.',
};

/** Every sentence of the composer. */
export const composerWords = inLanguage(english, {
  label: 'Schreiben',
  reply: 'Antworten',
  note: 'Notiz',
  noteHint: 'Interne Notiz, wird nie gesendet',
  replyText: 'Antwort an den Kunden',
  noteText: 'Interne Notiz',
  to: 'An',
  cc: 'Cc',
  add: (where) => `Zu ${where} hinzufügen`,
  addHint: 'name@example.com',
  remove: (who) => `${who} entfernen`,
  newHere: 'neu hier',
  outside: 'außerhalb',
  ownsCase: (number) => `Kunde von ${number}`,
  cameBack: 'Mail kam zurück',
  putBack: 'Wieder aufnehmen',
  close: 'Zuklappen',
  loading: 'Es wird geprüft, wer es lesen würde',
  same: (count) =>
    counted(count, 'Dieselbe Person wie bei der letzten Mail', 'Dieselben # Personen wie bei der letzten Mail'),
  guard: 'Empfängerwache:',
  changes: (added, dropped) =>
    [
      added > 0 ? counted(added, '# Person kommt hinzu', '# Personen kommen hinzu') : '',
      dropped > 0
        ? counted(
            dropped,
            '# fällt weg, die auf der letzten Mail stand',
            '# fallen weg, die auf der letzten Mail standen',
          )
        : '',
    ]
      .filter(Boolean)
      .join(', '),
  otherCustomer: (email, number) =>
    `${email} ist Kunde von ${number}. Entfernen Sie die Adresse, oder sagen Sie, dass Sie es so meinen.`,
  meanIt: 'Ich meine es so',
  forgottenFile: 'Der Text spricht von einer Datei, und keine ist angehängt.',
  attach: 'Anhängen',
  template: 'Vorlage',
  knowledge: 'Wissen',
  searching: 'Es wird gesucht',
  noArticles: 'Nichts Geschriebenes passt zu dieser Mail',
  goOn: 'Antwort fortsetzen',
  draft: 'Entwurf',
  drafting: 'Entwurf entsteht',
  draftTitle: (count) =>
    counted(count, 'Entwurf, # Satz und worauf er beruht', 'Entwurf, # Sätze und worauf sie beruhen'),
  dropSources: 'Quellen weglegen',
  notDrafted: 'Es entstand kein Entwurf.',
  struck: 'Gestrichen, ohne Quelle:',
  engine: { openai: 'Sprachmodell', local: 'örtliches Modell' },
  sources: {
    mail: 'Mail',
    answer: 'frühere Antwort',
    article: 'Artikel',
    template: 'Vorlage',
    agent: 'Ihr Wunsch',
    phrase: 'Redewendung',
  },
  noTemplates: 'Noch keine Vorlagen',
  blanks: (names) => `Noch auszufüllen: ${names.join(', ')}`,
  send: (count, status) => {
    const whom = count === 1 ? 'Senden' : `An ${count} senden`;
    return status === null ? whom : `${whom}, ${statusWords[status]}`;
  },
  sendAs: 'Nach dem Senden',
  keepStatus: 'Status lassen',
  setStatus: (status) => `Auf ${statusWords[status]} setzen`,
  undoHint: (seconds) => `${seconds} s zum Zurücknehmen nach dem Senden`,
  kept: 'In diesem Fenster aufgehoben',
  addNote: 'Notiz hinzufügen',
  sending: (first, others) =>
    others === 0
      ? `Geht an ${first}`
      : `Geht an ${first} und ${counted(others, '# weitere Person', '# weitere Personen')}`,
  noted: 'Notiz hinzugefügt',
  notSent: 'Ihre Antwort wurde nicht gesendet. Ihr Text ist noch hier.',
  notNoted: 'Die Notiz wurde nicht hinzugefügt. Ihr Text ist noch hier.',
  tooLarge: (name) => `${name} ist zu groß zum Senden.`,
  nobody: 'Niemand würde sie erhalten. Fügen Sie jemanden hinzu.',
});

function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}
