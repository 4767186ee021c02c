/** What the menu of Teams says in German; the commands themselves stay as they are. */
export const germanMenu: Record<string, string> = {
  'my cases': 'Ihre offenen Fälle, die nächste Frist zuerst',
  queue: 'Offene Fälle, die noch niemand hat: queue, oder queue und ein Team',
  cases: 'Offene Fälle, die nächste Frist zuerst; genauer: cases urgent billing',
  'at risk': 'Offene Fälle, deren Frist knapp oder überschritten ist',
  case: 'Ein Fall nach seiner Nummer: case HC-1042',
  search: 'Fälle, in deren Mails oder Namen Wörter vorkommen, auch geschlossene',
  'new case': 'Ein Formular für einen Fall, der nicht per Mail kam',
  assign: 'Gibt einen Fall weiter: assign HC-1042 to @Ana, oder to me',
  reply: 'Ein Dialog mit dem Entwurf einer Antwort: reply HC-1042',
  tasks: 'Ihre offenen Aufgaben, oder die eines Falls: tasks HC-1042',
  stats: 'Zahlen eines Zeitraums: stats today, stats last week',
  ask: 'Eine Frage in eigenen Worten, beantwortet mit einer Zahl',
  'who is on': 'Wer jetzt arbeitet und wie viele Fälle sie haben',
  subscribe: 'Karten und Warnungen für diesen Kanal, nach Team, Priorität oder Kategorie',
  settings: 'Wovon Sie hören, und wo',
  help: 'Was HandyConnect versteht',
};
