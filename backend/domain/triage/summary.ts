import { plain, sentencesOf } from './words.ts';

const longest = 240;

const greeting =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|to whom it may concern|hallo|guten (?:tag|morgen|abend)|sehr geehrte[rs]?|liebe[rs]?|moin|servus|gruss gott|bonjour|bonsoir|salut|cher|chere|madame|monsieur|hola|buenos dias|buenas (?:tardes|noches)|estimad[oa]s?|querid[oa]s?|ola|bom dia|boa (?:tarde|noite)|prezad[oa]s?|car[oaie]|ciao|salve|buongiorno|buonasera|gentile|gentili|spettabile|egregio|beste|geachte|goede(?:morgen|middag|navond)|dag)\b/;
const filler =
  /(?:finds? you well|hope (?:you|all|this)|how are you|my name is|i am writing (?:to you )?because$|wie geht es|ich hoffe|mein name ist|j'espere que|je m'appelle|me llamo|mi nombre es|espero que|meu nome e|chamo-me|mi chiamo|spero che|mijn naam is|hopelijk)/;
const closing =
  /^(?:thanks|thank you|many thanks|best|kind|regards|cheers|sincerely|yours|danke|vielen dank|mit freundlichen|freundliche|viele grusse|liebe grusse|beste grusse|herzliche|merci|cordialement|bien (?:a vous|cordialement)|gracias|saludos|atentamente|un saludo|obrigad[oa]|atenciosamente|cumprimentos|abracos|grazie|cordiali|distinti|saluti|bedankt|met vriendelijke|groeten|mvg)\b/;

/**
 * The first sentences that say something, at most 240 characters: no greeting, no courtesies. Falls back to the subject.
 */
export function summarise(input: { subject: string; text: string }): string {
  const said = sentencesOf(input.text).map(withoutGreeting).filter(isMeaningful);
  let summary = '';
  for (const sentence of said) {
    if (summary !== '' && (summary.length + sentence.length + 1 > longest || summary.length > 140)) break;
    summary = summary === '' ? sentence : `${summary} ${sentence}`;
  }
  return shortened(summary === '' ? input.subject.replace(/\s+/g, ' ').trim() : summary);
}

/** "Hello Ann, the boiler is cold" begins after the comma. */
function withoutGreeting(sentence: string): string {
  if (!greeting.test(plain(sentence.slice(0, 80)))) return sentence;
  const rest = /^[^,!:;–-]{1,60}[,!:;–-]+\s*(\S.*)$/su.exec(sentence)?.[1] ?? '';
  return rest;
}

function isMeaningful(sentence: string): boolean {
  const start = plain(sentence.slice(0, 160));
  if (sentence.length < 12 || closing.test(start)) return false;
  return !(sentence.length < 120 && filler.test(start));
}

function shortened(text: string): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  const blank = cut.lastIndexOf(' ');
  return `${cut.slice(0, blank > longest / 2 ? blank : cut.length).trimEnd()}…`;
}
