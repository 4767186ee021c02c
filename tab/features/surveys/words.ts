import { inLanguage } from '../../../ui/language.ts';

/** Every sentence of the survey settings. */
export const words = inLanguage(
  {
    title: 'Customer surveys',
    lead: 'When a case ends, the customer is asked by mail how content they are: one click, no sign-in.',
    when: 'Who is asked, and what',
    enabled: 'Ask customers',
    after: 'Ask when a case is',
    afters: { closed: 'closed', resolved: 'resolved' },
    perCustomer: 'Ask the same customer at most once in … days',
    perCustomerHint: '0 asks after every case.',
    answerDays: 'The link can be used for … days',
    questions: 'Question',
    questionsHint:
      'In the language of the case. Where you write nothing, we ask how satisfied they are with how you handled their request.',
  },
  {
    title: 'Kundenumfrage',
    lead: 'Endet ein Fall, wird der Kunde per E-Mail gefragt, wie zufrieden er ist: ein Klick, ohne Anmeldung.',
    when: 'Wer gefragt wird, und was',
    enabled: 'Kunden fragen',
    after: 'Fragen, sobald ein Fall',
    afters: { closed: 'geschlossen ist', resolved: 'gelöst ist' },
    perCustomer: 'Denselben Kunden höchstens einmal in … Tagen fragen',
    perCustomerHint: '0 fragt nach jedem Fall.',
    answerDays: 'Der Link gilt … Tage',
    questions: 'Frage',
    questionsHint:
      'In der Sprache des Falls. Wo Sie nichts schreiben, fragen wir, wie zufrieden der Kunde mit der Bearbeitung seines Anliegens ist.',
  },
);
