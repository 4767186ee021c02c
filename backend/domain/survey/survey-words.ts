import { type Rating, type SurveyLanguage, surveyLanguages } from '../vocabulary.ts';

/** What a customer reads of the survey in one language. */
export interface SurveyWords {
  /** The question unless an administrator wrote another. */
  question: string;
  ratings: Record<Rating, string>;
  title: string;
  /** About which case. */
  about: (number: string) => string;
  comment: string;
  commentHint: string;
  send: string;
  choose: string;
  thanks: string;
  thanksMore: string;
  over: string;
  overMore: string;
  busy: string;
}

const en: SurveyWords = {
  question: 'How satisfied are you with how we handled your request?',
  ratings: { 5: 'Very satisfied', 4: 'Satisfied', 3: 'Neither nor', 2: 'Dissatisfied', 1: 'Very dissatisfied' },
  title: 'Your rating',
  about: (number) => `About case ${number}`,
  comment: 'Anything you want to add?',
  commentHint: 'Optional. Whoever worked on your case reads it.',
  send: 'Send',
  choose: 'Please choose one of the answers.',
  thanks: 'Thank you',
  thanksMore: 'Your rating has been noted. You can close this page.',
  over: 'This link cannot be used any more',
  overMore: 'It has expired, or was not copied completely. If you need us, just answer our mail.',
  busy: 'That was very often. Please try again in a minute.',
};

const de: SurveyWords = {
  question: 'Wie zufrieden sind Sie damit, wie wir Ihr Anliegen bearbeitet haben?',
  ratings: { 5: 'Sehr zufrieden', 4: 'Zufrieden', 3: 'Teils, teils', 2: 'Unzufrieden', 1: 'Sehr unzufrieden' },
  title: 'Ihre Bewertung',
  about: (number) => `Zum Vorgang ${number}`,
  comment: 'Möchten Sie etwas ergänzen?',
  commentHint: 'Freiwillig. Es liest, wer Ihren Vorgang bearbeitet hat.',
  send: 'Senden',
  choose: 'Bitte wählen Sie eine der Antworten.',
  thanks: 'Vielen Dank',
  thanksMore: 'Ihre Bewertung ist notiert. Sie können diese Seite schließen.',
  over: 'Dieser Link gilt nicht mehr',
  overMore:
    'Er ist abgelaufen oder nicht vollständig kopiert. Brauchen Sie uns, antworten Sie einfach auf unsere E-Mail.',
  busy: 'Das war sehr oft. Bitte versuchen Sie es in einer Minute noch einmal.',
};

const fr: SurveyWords = {
  question: 'Êtes-vous satisfait de la façon dont nous avons traité votre demande ?',
  ratings: { 5: 'Très satisfait', 4: 'Satisfait', 3: 'Ni l’un ni l’autre', 2: 'Insatisfait', 1: 'Très insatisfait' },
  title: 'Votre avis',
  about: (number) => `À propos du dossier ${number}`,
  comment: 'Souhaitez-vous ajouter quelque chose ?',
  commentHint: 'Facultatif. Lu par les personnes qui ont traité votre dossier.',
  send: 'Envoyer',
  choose: 'Merci de choisir une des réponses.',
  thanks: 'Merci',
  thanksMore: 'Votre avis est enregistré. Vous pouvez fermer cette page.',
  over: 'Ce lien n’est plus valable',
  overMore: 'Il a expiré ou n’a pas été copié en entier. Si vous avez besoin de nous, répondez à notre message.',
  busy: 'Trop d’essais. Merci de réessayer dans une minute.',
};

const es: SurveyWords = {
  question: '¿Está satisfecho con la forma en que atendimos su solicitud?',
  ratings: {
    5: 'Muy satisfecho',
    4: 'Satisfecho',
    3: 'Ni lo uno ni lo otro',
    2: 'Insatisfecho',
    1: 'Muy insatisfecho',
  },
  title: 'Su valoración',
  about: (number) => `Sobre el caso ${number}`,
  comment: '¿Quiere añadir algo?',
  commentHint: 'Opcional. Lo leen quienes atendieron su caso.',
  send: 'Enviar',
  choose: 'Elija una de las respuestas.',
  thanks: 'Gracias',
  thanksMore: 'Hemos anotado su valoración. Puede cerrar esta página.',
  over: 'Este enlace ya no es válido',
  overMore: 'Ha caducado o no se copió entero. Si nos necesita, responda a nuestro correo.',
  busy: 'Demasiados intentos. Inténtelo de nuevo en un minuto.',
};

const it: SurveyWords = {
  question: 'Quanto è soddisfatto di come abbiamo gestito la sua richiesta?',
  ratings: {
    5: 'Molto soddisfatto',
    4: 'Soddisfatto',
    3: 'Né l’uno né l’altro',
    2: 'Insoddisfatto',
    1: 'Molto insoddisfatto',
  },
  title: 'La sua valutazione',
  about: (number) => `Sulla pratica ${number}`,
  comment: 'Desidera aggiungere qualcosa?',
  commentHint: 'Facoltativo. Lo legge chi si è occupato della sua pratica.',
  send: 'Invia',
  choose: 'Scelga una delle risposte.',
  thanks: 'Grazie',
  thanksMore: 'La sua valutazione è stata registrata. Può chiudere questa pagina.',
  over: 'Questo link non è più valido',
  overMore: 'È scaduto o non è stato copiato per intero. Se ha bisogno di noi, risponda alla nostra e-mail.',
  busy: 'Troppi tentativi. Riprovi tra un minuto.',
};

const nl: SurveyWords = {
  question: 'Hoe tevreden bent u over hoe wij uw vraag hebben behandeld?',
  ratings: {
    5: 'Zeer tevreden',
    4: 'Tevreden',
    3: 'Niet tevreden, niet ontevreden',
    2: 'Ontevreden',
    1: 'Zeer ontevreden',
  },
  title: 'Uw beoordeling',
  about: (number) => `Over zaak ${number}`,
  comment: 'Wilt u iets toevoegen?',
  commentHint: 'Niet verplicht. Wie uw zaak heeft behandeld, leest het.',
  send: 'Versturen',
  choose: 'Kies een van de antwoorden.',
  thanks: 'Dank u wel',
  thanksMore: 'Uw beoordeling is genoteerd. U kunt deze pagina sluiten.',
  over: 'Deze link is niet meer geldig',
  overMore: 'Hij is verlopen of niet helemaal gekopieerd. Hebt u ons nodig, beantwoord dan onze e-mail.',
  busy: 'Dat was erg vaak. Probeer het over een minuut opnieuw.',
};

const pt: SurveyWords = {
  question: 'Está satisfeito com a forma como tratámos o seu pedido?',
  ratings: {
    5: 'Muito satisfeito',
    4: 'Satisfeito',
    3: 'Nem satisfeito nem insatisfeito',
    2: 'Insatisfeito',
    1: 'Muito insatisfeito',
  },
  title: 'A sua avaliação',
  about: (number) => `Sobre o caso ${number}`,
  comment: 'Quer acrescentar algo?',
  commentHint: 'Opcional. Lê quem tratou do seu caso.',
  send: 'Enviar',
  choose: 'Escolha uma das respostas.',
  thanks: 'Obrigado',
  thanksMore: 'A sua avaliação foi registada. Pode fechar esta página.',
  over: 'Esta ligação já não é válida',
  overMore: 'Expirou ou não foi copiada por inteiro. Se precisar de nós, responda ao nosso e-mail.',
  busy: 'Demasiadas tentativas. Tente de novo dentro de um minuto.',
};

const known: Record<SurveyLanguage, SurveyWords> = { en, de, fr, es, it, nl, pt };

/** The language in which a customer is asked: their own where there are words for it, else English. */
export function surveyLanguage(language: string): SurveyLanguage {
  return surveyLanguages.find((one) => one === language) ?? 'en';
}

export function surveyWords(language: string): SurveyWords {
  return known[surveyLanguage(language)];
}

/** What an administrator wrote for the language in which the customer is asked, else our own words. */
export function questionIn(questions: Partial<Record<string, string>>, language: string): string {
  return questions[language] ?? questions[surveyLanguage(language)] ?? surveyWords(language).question;
}
