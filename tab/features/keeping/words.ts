import { type Catalogue, counted, inLanguage, listText } from '../../../ui/language.ts';

const english = {
  retention: {
    title: 'Retention',
    lead: 'How long things are kept. What has gone cannot be brought back.',
    days: 'Days until something goes',
    cases: 'Closed cases, days after closing',
    casesHint: 'Then everything written on a case goes, and whoever is on it is nobody; figures stay',
    casesForever: 'Empty: closed cases are kept',
    past: (cases: number) =>
      counted(cases, '# closed case is older than that now.', '# closed cases are older than that now.'),
    audit: 'Entries of the audit log, days',
    auditHint: 'At least 90; empty keeps them',
  },
  file: {
    title: 'Export and import',
    lead: 'All settings as one file, for another deployment or for safety. Secrets stay here: of a webhook’s address the file names only the server.',
    export: 'Export all settings',
    notExported: 'Nothing was exported.',
    open: 'Open a file',
    notRead: 'The file was not read.',
    preview: 'What the file would change',
    same: (names: string[]) => `The same as here: ${listText(names)}.`,
    close: 'Close the file',
    take: (count: number) => counted(count, 'Take over # document', 'Take over # documents'),
    taken: (count: number) => counted(count, 'Took over # document.', 'Took over # documents.'),
    notTaken: 'Nothing was taken over.',
  },
};

const german: Catalogue<typeof english> = {
  retention: {
    title: 'Aufbewahrung',
    lead: 'Wie lange etwas aufbewahrt wird. Was fort ist, lässt sich nicht zurückholen.',
    days: 'Tage, bis etwas geht',
    cases: 'Geschlossene Fälle, Tage nach dem Schließen',
    casesHint:
      'Dann geht alles, was an einem Fall geschrieben steht, und niemand ist mehr daran zu erkennen; Zahlen bleiben',
    casesForever: 'Leer: geschlossene Fälle bleiben',
    past: (cases) => counted(cases, '# geschlossener Fall ist jetzt älter.', '# geschlossene Fälle sind jetzt älter.'),
    audit: 'Einträge des Prüfprotokolls, Tage',
    auditHint: 'Mindestens 90; leer behält sie',
  },
  file: {
    title: 'Export und Import',
    lead: 'Alle Einstellungen als eine Datei, für eine andere Installation oder zur Sicherheit. Geheimnisse bleiben hier: Von der Adresse eines Webhooks nennt die Datei nur den Server.',
    export: 'Alle Einstellungen exportieren',
    notExported: 'Nichts wurde exportiert.',
    open: 'Datei öffnen',
    notRead: 'Die Datei wurde nicht gelesen.',
    preview: 'Was die Datei ändern würde',
    same: (names) => `Wie hier: ${listText(names)}.`,
    close: 'Datei schließen',
    take: (count) => counted(count, '# Dokument übernehmen', '# Dokumente übernehmen'),
    taken: (count) => counted(count, '# Dokument übernommen.', '# Dokumente übernommen.'),
    notTaken: 'Nichts wurde übernommen.',
  },
};

/** Every sentence of retention, export and import in the settings. */
export const words = inLanguage(english, german);
