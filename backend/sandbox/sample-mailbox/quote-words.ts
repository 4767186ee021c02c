import type { Language, Person } from './sample-mail.ts';
import { storyDateText } from './story-time.ts';

export interface OutlookWords {
  from: string;
  sent: string;
  to: string;
  cc: string;
  subject: string;
  original: string;
}

const english: OutlookWords = {
  from: 'From:',
  sent: 'Sent:',
  to: 'To:',
  cc: 'Cc:',
  subject: 'Subject:',
  original: '-----Original Message-----',
};

const outlook: Partial<Record<Language, OutlookWords>> = {
  de: {
    from: 'Von:',
    sent: 'Gesendet:',
    to: 'An:',
    cc: 'Cc:',
    subject: 'Betreff:',
    original: '-----Ursprüngliche Nachricht-----',
  },
  fr: {
    from: 'De :',
    sent: 'Envoyé :',
    to: 'À :',
    cc: 'Cc :',
    subject: 'Objet :',
    original: '-----Message d’origine-----',
  },
  es: {
    from: 'De:',
    sent: 'Enviado el:',
    to: 'Para:',
    cc: 'CC:',
    subject: 'Asunto:',
    original: '-----Mensaje original-----',
  },
  pt: {
    from: 'De:',
    sent: 'Enviada:',
    to: 'Para:',
    cc: 'Cc:',
    subject: 'Assunto:',
    original: '-----Mensagem original-----',
  },
  nl: {
    from: 'Van:',
    sent: 'Verzonden:',
    to: 'Aan:',
    cc: 'CC:',
    subject: 'Onderwerp:',
    original: '-----Oorspronkelijk bericht-----',
  },
  it: {
    from: 'Da:',
    sent: 'Inviato:',
    to: 'A:',
    cc: 'Cc:',
    subject: 'Oggetto:',
    original: '-----Messaggio originale-----',
  },
  pl: {
    from: 'Od:',
    sent: 'Wysłano:',
    to: 'Do:',
    cc: 'DW:',
    subject: 'Temat:',
    original: '-----Wiadomość oryginalna-----',
  },
  sv: {
    from: 'Från:',
    sent: 'Skickat:',
    to: 'Till:',
    cc: 'Kopia:',
    subject: 'Ämne:',
    original: '-----Ursprungligt meddelande-----',
  },
};

export function outlookWords(language: Language): OutlookWords {
  return outlook[language] ?? english;
}

function clockText(minute: number): string {
  return storyDateText(minute, 'de', { hour: '2-digit', minute: '2-digit' });
}

const locales: Partial<Record<Language, string>> = { en: 'en-GB', pt: 'pt-PT' };

export function outlookDate(language: Language, minute: number): string {
  const locale = locales[language] ?? language;
  const day = storyDateText(minute, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return `${day} ${clockText(minute)}`;
}

/** The line Gmail puts above a quote. */
export function gmailAttribution(language: Language, minute: number, who: Person): string {
  const day = storyDateText(minute, language === 'en' ? 'en-US' : language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const time = clockText(minute);
  const { name, address } = who;
  switch (language) {
    case 'de':
      return `Am ${day} um ${time} Uhr schrieb ${name} <${address}>:`;
    case 'fr':
      return `Le ${day} à ${time}, ${name} <${address}> a écrit :`;
    case 'es':
      return `El ${day} a las ${time}, ${name} (<${address}>) escribió:`;
    case 'pt':
      return `${name} <${address}> escreveu (${day} à(s) ${time}):`;
    case 'it':
      return `Il giorno ${day} alle ore ${time} ${name} <${address}> ha scritto:`;
    case 'nl':
      return `Op ${day} om ${time} schreef ${name} <${address}>:`;
    case 'pl':
      return `${day} o ${time} ${name} <${address}> napisał(a):`;
    case 'sv':
      return `Den ${day} kl ${time} skrev ${name} <${address}>:`;
    case 'ja':
      return `${day} ${time} ${name} <${address}>:`;
    default:
      return `On ${day} at ${storyDateText(minute, 'en-US', { hour: 'numeric', minute: '2-digit' })} ${name} <${address}> wrote:`;
  }
}

const fromPhone: Partial<Record<Language, string>> = {
  de: 'Von meinem iPhone gesendet',
  fr: 'Envoyé de mon iPhone',
  es: 'Enviado desde mi iPhone',
  pt: 'Enviado do meu iPhone',
  nl: 'Verstuurd vanaf mijn iPhone',
  it: 'Inviato da iPhone',
  pl: 'Wysłane z iPhone’a',
  sv: 'Skickat från min iPhone',
  ja: 'iPhoneから送信',
  ar: 'تم الإرسال من الـ iPhone',
};

export function phoneLine(language: Language): string {
  return fromPhone[language] ?? 'Sent from my iPhone';
}

/** The line Apple Mail and Thunderbird put above a quote. */
export function citeAttribution(
  language: Language,
  minute: number,
  who: Person,
  client: 'apple' | 'thunderbird',
): string {
  const locale = locales[language] ?? language;
  const time = clockText(minute);
  if (client === 'thunderbird') {
    const day = storyDateText(minute, locale, { day: '2-digit', month: '2-digit', year: '2-digit' });
    return language === 'de' ? `Am ${day} um ${time} schrieb ${who.name}:` : `On ${day} ${time}, ${who.name} wrote:`;
  }
  const day = storyDateText(minute, locale, { day: 'numeric', month: 'short', year: 'numeric' });
  if (language === 'de') return `Am ${day} um ${time} schrieb ${who.name} <${who.address}>:`;
  if (language === 'fr') return `Le ${day} à ${time}, ${who.name} <${who.address}> a écrit :`;
  if (language === 'nl') return `Op ${day}, om ${time} heeft ${who.name} <${who.address}> het volgende geschreven:`;
  return `On ${day}, at ${time}, ${who.name} <${who.address}> wrote:`;
}
