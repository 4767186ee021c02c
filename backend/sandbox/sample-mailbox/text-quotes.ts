import { support } from './people.ts';
import { plainTextOf } from './plain-and-html.ts';
import { citeAttribution, gmailAttribution, outlookDate, outlookWords, phoneLine } from './quote-words.ts';
import type { Language, Person, SampleMail } from './sample-mail.ts';

/** A mail as far as a quote of it shows. */
export type Quoted = Pick<SampleMail, 'from' | 'to' | 'cc' | 'subject' | 'minute' | 'text' | 'html'>;

export function writerOf(quoted: Quoted): Person {
  return quoted.from ?? support;
}

export function namesOf(people: Person[] | undefined): string {
  return (people ?? [support]).map((p) => `${p.name} <${p.address}>`).join('; ');
}

function chevrons(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`.trimEnd()))
    .join('\n');
}

/** Outlook desktop answering in plain text. */
export function outlookQuote(language: Language, quoted: Quoted): string {
  const words = outlookWords(language);
  const who = writerOf(quoted);
  const lines = [
    words.original,
    `${words.from} ${who.name} <${who.address}>`,
    `${words.sent} ${outlookDate(language, quoted.minute)}`,
    `${words.to} ${namesOf(quoted.to)}`,
    ...(quoted.cc === undefined ? [] : [`${words.cc} ${namesOf(quoted.cc)}`]),
    `${words.subject} ${quoted.subject}`,
  ];
  return `\n\n${lines.join('\n')}\n\n${plainTextOf(quoted)}\n`;
}

export function gmailQuote(language: Language, quoted: Quoted): string {
  return `\n\n${gmailAttribution(language, quoted.minute, writerOf(quoted))}\n\n${chevrons(plainTextOf(quoted))}\n`;
}

export function thunderbirdQuote(language: Language, quoted: Quoted): string {
  const line = citeAttribution(language, quoted.minute, writerOf(quoted), 'thunderbird');
  return `\n\n${line}\n${chevrons(plainTextOf(quoted))}\n`;
}

/** Apple Mail on a phone: its own line first, then the quote. */
export function phoneQuote(language: Language, quoted: Quoted): string {
  const line = citeAttribution(language, quoted.minute, writerOf(quoted), 'apple');
  return `\n\n${phoneLine(language)}\n\n${chevrons(`${line}\n\n${plainTextOf(quoted)}`)}\n`;
}

const forwardedWords: Partial<Record<Language, string>> = {
  de: '---------- Weitergeleitete Nachricht ---------',
  fr: '---------- Message transféré ---------',
};

/** Gmail forwarding in plain text. */
export function gmailForward(language: Language, quoted: Quoted): string {
  const who = writerOf(quoted);
  const words = outlookWords(language);
  return [
    `\n\n${forwardedWords[language] ?? '---------- Forwarded message ---------'}`,
    `${words.from} ${who.name} <${who.address}>`,
    `Date: ${outlookDate(language, quoted.minute)}`,
    `${words.subject} ${quoted.subject}`,
    `${words.to} ${namesOf(quoted.to)}`,
    `\n\n${plainTextOf(quoted)}\n`,
  ].join('\n');
}
