import { inLanguage } from '../../../../ui/language.ts';

/** Every sentence of the performance page. */
export const words = inLanguage(
  {
    title: 'Performance',
    by: 'Show',
    agents: 'Agents',
    teams: 'Teams',
    table: 'Figures of each',
    fair: 'Sorted by name. A figure says nothing about a person without the cases behind it: press it to see them.',
    own: 'Your own figures',
  },
  {
    title: 'Leistung',
    by: 'Zeigen',
    agents: 'Personen',
    teams: 'Teams',
    table: 'Zahlen je Zeile',
    fair: 'Nach Namen sortiert. Eine Zahl sagt ohne die Fälle dahinter nichts über einen Menschen: drücken Sie darauf, um sie zu sehen.',
    own: 'Ihre eigenen Zahlen',
  },
);
