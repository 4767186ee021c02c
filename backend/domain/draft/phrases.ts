import type { ShippedCategory } from '../vocabulary.ts';

/** Sentences of ours for a draft without a language model. `{name}`, `{number}` and `{agent}` are filled in. */
export interface Phrases {
  greeting: string;
  greetingWithoutName: string;
  thanks: string;
  sorry: string;
  number: string;
  quote: string;
  article: string;
  ask: Record<ShippedCategory, string>;
  closing: string;
}

export const draftPhrases: Record<string, Phrases> = {
  en: {
    greeting: 'Dear {name},',
    greetingWithoutName: 'Hello,',
    thanks: 'Thank you for your message.',
    sorry: 'We are sorry for the trouble you had, and we take your complaint seriously.',
    number: 'It is about {number}, as we understand it.',
    quote: 'You wrote: “{quote}”',
    article: 'This may help:',
    ask: {
      technical: 'Could you tell us what you did when the fault appeared, and which message was shown?',
      billing: 'We are looking at the charges and will come back to you with an explanation.',
      account: 'Before we change anything, please confirm that the request comes from you.',
      feature_request: 'We are passing your wish on to those who plan the product.',
      general: 'We are looking into your question and will come back to you.',
    },
    closing: 'Kind regards,\n{agent}',
  },
  de: {
    greeting: 'Guten Tag {name},',
    greetingWithoutName: 'Guten Tag,',
    thanks: 'vielen Dank für Ihre Nachricht.',
    sorry: 'Wir bedauern die Umstände, die Sie hatten, und nehmen Ihre Beschwerde ernst.',
    number: 'Wie wir es verstehen, geht es um {number}.',
    quote: 'Sie schrieben: „{quote}“',
    article: 'Das hilft vielleicht weiter:',
    ask: {
      technical: 'Können Sie uns sagen, was Sie taten, als der Fehler auftrat, und welche Meldung erschien?',
      billing: 'Wir sehen uns die Beträge an und melden uns mit einer Erklärung.',
      account: 'Bitte bestätigen Sie uns, dass die Anfrage von Ihnen kommt, bevor wir etwas ändern.',
      feature_request: 'Wir geben Ihren Wunsch an die Planung des Produkts weiter.',
      general: 'Wir gehen Ihrer Frage nach und melden uns bei Ihnen.',
    },
    closing: 'Mit freundlichen Grüßen\n{agent}',
  },
  fr: {
    greeting: 'Bonjour {name},',
    greetingWithoutName: 'Bonjour,',
    thanks: 'Merci pour votre message.',
    sorry: 'Nous regrettons les désagréments que vous avez eus et prenons votre réclamation au sérieux.',
    number: 'Si nous comprenons bien, il s’agit de {number}.',
    quote: 'Vous avez écrit : « {quote} »',
    article: 'Ceci peut vous aider :',
    ask: {
      technical: 'Pouvez-vous nous dire ce que vous faisiez lorsque l’erreur est apparue et quel message s’affichait ?',
      billing: 'Nous examinons les montants et reviendrons vers vous avec une explication.',
      account: 'Avant toute modification, merci de confirmer que la demande vient bien de vous.',
      feature_request: 'Nous transmettons votre souhait à ceux qui préparent les évolutions du produit.',
      general: 'Nous étudions votre question et reviendrons vers vous.',
    },
    closing: 'Cordialement,\n{agent}',
  },
  es: {
    greeting: 'Hola, {name}:',
    greetingWithoutName: 'Hola:',
    thanks: 'Gracias por su mensaje.',
    sorry: 'Lamentamos las molestias y nos tomamos en serio su queja.',
    number: 'Según entendemos, se trata de {number}.',
    quote: 'Usted escribió: «{quote}»',
    article: 'Esto puede ayudarle:',
    ask: {
      technical: '¿Puede decirnos qué hacía cuando apareció el fallo y qué mensaje se mostró?',
      billing: 'Estamos revisando los importes y le daremos una explicación.',
      account: 'Antes de cambiar nada, confirme por favor que la solicitud es suya.',
      feature_request: 'Trasladamos su deseo a quienes planifican el producto.',
      general: 'Estamos estudiando su pregunta y le responderemos.',
    },
    closing: 'Un saludo,\n{agent}',
  },
  it: {
    greeting: 'Buongiorno {name},',
    greetingWithoutName: 'Buongiorno,',
    thanks: 'grazie per il suo messaggio.',
    sorry: 'Ci dispiace per il disagio e prendiamo sul serio il suo reclamo.',
    number: 'Da quanto capiamo, si tratta di {number}.',
    quote: 'Lei ha scritto: «{quote}»',
    article: 'Questo può aiutarla:',
    ask: {
      technical: 'Può dirci che cosa stava facendo quando è apparso l’errore e quale messaggio è comparso?',
      billing: 'Stiamo controllando gli importi e le daremo una spiegazione.',
      account: 'Prima di cambiare qualcosa, ci confermi per favore che la richiesta è sua.',
      feature_request: 'Passiamo il suo desiderio a chi progetta il prodotto.',
      general: 'Stiamo esaminando la sua domanda e le risponderemo.',
    },
    closing: 'Cordiali saluti,\n{agent}',
  },
  nl: {
    greeting: 'Beste {name},',
    greetingWithoutName: 'Goedendag,',
    thanks: 'bedankt voor uw bericht.',
    sorry: 'Het spijt ons dat u hier last van heeft, en wij nemen uw klacht serieus.',
    number: 'Zoals wij het begrijpen gaat het om {number}.',
    quote: 'U schreef: “{quote}”',
    article: 'Dit kan helpen:',
    ask: {
      technical: 'Kunt u ons vertellen wat u deed toen de fout verscheen, en welke melding er stond?',
      billing: 'Wij bekijken de bedragen en komen bij u terug met een uitleg.',
      account: 'Wilt u bevestigen dat het verzoek van u komt voordat wij iets wijzigen?',
      feature_request: 'Wij geven uw wens door aan wie het product plant.',
      general: 'Wij zoeken uw vraag uit en komen bij u terug.',
    },
    closing: 'Met vriendelijke groet,\n{agent}',
  },
  pt: {
    greeting: 'Olá, {name},',
    greetingWithoutName: 'Olá,',
    thanks: 'obrigado pela sua mensagem.',
    sorry: 'Lamentamos o incómodo e levamos a sua reclamação a sério.',
    number: 'Pelo que entendemos, trata-se de {number}.',
    quote: 'Escreveu: “{quote}”',
    article: 'Isto pode ajudar:',
    ask: {
      technical: 'Pode dizer-nos o que fazia quando o erro apareceu e que mensagem foi mostrada?',
      billing: 'Estamos a verificar os valores e voltaremos com uma explicação.',
      account: 'Antes de alterarmos algo, confirme por favor que o pedido é seu.',
      feature_request: 'Vamos transmitir o seu desejo a quem planeia o produto.',
      general: 'Estamos a analisar a sua pergunta e voltaremos ao contacto.',
    },
    closing: 'Com os melhores cumprimentos,\n{agent}',
  },
};
