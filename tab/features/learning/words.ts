import type { Learning } from '../../../backend/contracts/ai.ts';
import { type Catalogue, inLanguage } from '../../../ui/language.ts';

export type Question = keyof NonNullable<Learning['latest']>['figures'];

const english = {
  title: 'Learning',
  lead: 'What the local analyst learned here from what people set on cases, or let stand when they finished them.',
  loading: 'Loading what was learned',
  notLoaded: 'What was learned was not loaded.',
  notLearned: 'Nothing was learned.',
  learn: 'Learn now',
  learning: 'Learning…',
  inUse: 'It is in use, and learned anew every day. An administrator switches it off in the settings.',
  notInUse: 'It is not in use. An administrator switches it on in the settings.',
  learnedAt: (at: string) => `Learned ${at}.`,
  none: 'Nothing learned yet',
  noneLead: 'Learning needs twenty cases on which people set the same field, such as the category.',
  table: 'How right the analyst is, before and after learning',
  columns: {
    question: 'Field',
    corrections: 'Set by people',
    kept: 'Let stand',
    before: 'As shipped',
    after: 'As learned',
    taken: 'Taken',
  },
  meanings: {
    before: 'Of the cases people set or let stand, the share that the shipped analyst answers as they did.',
    after: 'The same with what was learned, each case judged by a model that had not learned from it.',
    taken: 'Only what is better than as shipped is taken. The shipped analyst stays as it is.',
  },
  questions: { category: 'Category', complaint: 'Complaint', sentiment: 'Mood', priority: 'Priority' } satisfies Record<
    Question,
    string
  >,
  yes: 'yes',
  no: 'no, as shipped',
};

const german: Catalogue<typeof english> = {
  title: 'Lernen',
  lead: 'Was der eingebaute Analyst hier aus dem lernte, was Menschen an Fällen setzten oder beim Abschluss stehen ließen.',
  loading: 'Gelerntes wird geladen',
  notLoaded: 'Das Gelernte wurde nicht geladen.',
  notLearned: 'Es wurde nichts gelernt.',
  learn: 'Jetzt lernen',
  learning: 'Lernt…',
  inUse: 'Es ist in Gebrauch und wird jeden Tag neu gelernt. In den Einstellungen schaltet man es aus.',
  notInUse: 'Es ist nicht in Gebrauch. In den Einstellungen schaltet man es ein.',
  learnedAt: (at: string) => `Gelernt ${at}.`,
  none: 'Noch nichts gelernt',
  noneLead: 'Lernen braucht zwanzig Fälle, an denen Menschen dasselbe Feld setzten, etwa die Kategorie.',
  table: 'Wie oft der Analyst recht hat, vor und nach dem Lernen',
  columns: {
    question: 'Feld',
    corrections: 'Von Menschen gesetzt',
    kept: 'Stehen gelassen',
    before: 'Wie ausgeliefert',
    after: 'Wie gelernt',
    taken: 'Übernommen',
  },
  meanings: {
    before: 'Anteil der gesetzten oder stehen gelassenen Fälle, die der ausgelieferte Analyst ebenso beantwortet.',
    after: 'Dasselbe mit dem Gelernten; jeden Fall beurteilt ein Modell, das nicht aus ihm lernte.',
    taken: 'Nur was besser ist als ausgeliefert, wird übernommen. Der ausgelieferte Analyst bleibt, wie er ist.',
  },
  questions: { category: 'Kategorie', complaint: 'Beschwerde', sentiment: 'Stimmung', priority: 'Priorität' },
  yes: 'ja',
  no: 'nein, wie ausgeliefert',
};

/** Every sentence of the page about learning. */
export const words = inLanguage(english, german);
