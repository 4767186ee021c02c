import { metrics } from '../../../backend/contracts/metric-catalogue.ts';
import { inLanguage } from '../../../ui/language.ts';

/** The metric catalogue in the reader's language. */
export const metricWords = inLanguage(metrics, {
  open: { name: 'Offen', formula: 'Fälle, die jetzt weder gelöst noch geschlossen sind', unit: 'cases' },
  new: { name: 'Neu', formula: 'Fälle, die noch niemand aufgenommen hat', unit: 'cases' },
  unassigned: { name: 'Niemandem zugewiesen', formula: 'offene Fälle, die niemandem gehören', unit: 'cases' },
  atRisk: {
    name: 'Gefährdet',
    formula: 'offene Fälle, von denen eine laufende Frist den größten Teil ihrer Zeit verbraucht hat',
    unit: 'cases',
  },
  breached: {
    name: 'Überfällig',
    formula: 'offene Fälle, von denen eine laufende Frist verstrichen ist',
    unit: 'cases',
  },
  created: { name: 'Eingegangen', formula: 'im Zeitraum eröffnete Fälle', unit: 'cases' },
  resolved: { name: 'Gelöst', formula: 'im Zeitraum gelöste und seither nicht wieder geöffnete Fälle', unit: 'cases' },
  firstResponseMinutes: {
    name: 'Erste Antwort',
    formula:
      'Arbeitszeit von der Eröffnung bis zur ersten Antwort eines Menschen, über Fälle mit erster Antwort im Zeitraum',
    unit: 'minutes',
  },
  resolutionMinutes: {
    name: 'Lösung',
    formula: 'Arbeitszeit von der Eröffnung bis zur Lösung ohne Pausen, über im Zeitraum gelöste Fälle',
    unit: 'minutes',
  },
  slaMetPercent: {
    name: 'Fristen gehalten',
    formula: 'Anteil der im Zeitraum gelösten Fälle mit zugesagter Zeit, die in ihr gelöst wurden',
    unit: 'percent',
  },
  reopened: { name: 'Wieder geöffnet', formula: 'im Zeitraum zuletzt wieder geöffnete Fälle', unit: 'cases' },
  reopenPercent: {
    name: 'Wieder geöffnet, Anteil',
    formula: 'von den im Zeitraum gelösten oder wieder geöffneten Fällen der Anteil, der in ihm wieder geöffnet wurde',
    unit: 'percent',
  },
  backlogAge: {
    name: 'Alter der offenen',
    formula: 'Zeit seit der Eröffnung nach der Wanduhr, über Fälle, die jetzt offen sind',
    unit: 'minutes',
  },
  csatPercent: {
    name: 'Zufriedenheit',
    formula: 'Anteil der zuletzt im Zeitraum bewerteten Fälle, die mit 4 oder 5 von 5 bewertet wurden',
    unit: 'percent',
  },
  csatResponsePercent: {
    name: 'Rücklauf der Umfrage',
    formula:
      'Anteil der Fälle, die seither bewertet wurden, an den Fällen, zu denen zuletzt im Zeitraum um Bewertung gebeten wurde',
    unit: 'percent',
  },
  backlog: { name: 'Bestand', formula: 'am Ende jedes Abschnitts offene Fälle', unit: 'cases' },
});
