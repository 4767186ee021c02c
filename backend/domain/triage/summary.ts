import { entitiesOf } from './entities.ts';
import { plain, sentencesOf } from './words.ts';

const longest = 240;
/** A summary this long needs no more than what it must carry. */
const enough = 140;
/** A beginning longer than this is cut where others have facts to tell. */
const longestLead = 120;
const mostSentences = 40;

const greeting =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|to whom it may concern|hallo|guten (?:tag|morgen|abend)|sehr geehrte[rs]?|liebe[rs]?|moin|servus|gruss gott|bonjour|bonsoir|salut|cher|chere|madame|monsieur|hola|buenos dias|buenas (?:tardes|noches)|estimad[oa]s?|querid[oa]s?|ola|bom dia|boa (?:tarde|noite)|prezad[oa]s?|car[oaie]|ciao|salve|buongiorno|buonasera|gentile|gentili|spettabile|egregio|beste|geachte|goede(?:morgen|middag|navond)|dag)\b/;
const filler =
  /(?:finds? you well|hope (?:you|all|this)|how are you|my name is|i am writing (?:to you )?because$|wie geht es|ich hoffe|mein name ist|j'espere que|je m'appelle|me llamo|mi nombre es|espero que|meu nome e|chamo-me|mi chiamo|spero che|mijn naam is|hopelijk|bear with me|nachsicht|patientez|paciencia|pazienza|geduld)/;
const closing =
  /^(?:thanks|thank you|many thanks|best|kind|regards|cheers|sincerely|yours|danke|vielen dank|mit freundlichen|freundliche|viele grusse|liebe grusse|beste grusse|herzliche|merci(?! (?:de|d'))|cordialement|bien (?:a vous|cordialement)|gracias|saludos|atentamente|un saludo|obrigad[oa]|atenciosamente|cumprimentos|abracos|grazie|cordiali|distinti|saluti|bedankt|met vriendelijke|groeten|mvg)\b/;
const request =
  /\b(?:please|could (?:you|we|i)|can (?:you|we|i|someone|somebody)|would (?:you|like|love|be (?:glad|good|great|grateful|helpful|nice))|(?:i|we|she|he|they) (?:want|need|ask|wish)s?|kindly|bitte|konnten|konnen sie|wurden sie|mochte|merci d|pourr(?:iez|ais|ait)|pouvez|voudrais|souhaite|por favor|podrian?|pueden?|quisiera|ruego|ruega|gostaria|podem|poderiam|per favore|potreste|potete|vorrei|graag|kunt u|kunnen jullie|wilt u|alstublieft)\b/;
const amounts =
  /(?:[€$£]\s?\d[\d.,' ]{0,12}\d|\d[\d.,']{0,12}\s?(?:€|\$|£|eur\b|usd\b|gbp\b|chf\b|euros?\b|dollars?\b|pounds?\b|francs?\b|franken\b))/giu;
/** Error codes, and numbers too long to be anything but a reference. */
const codes = /\b[A-Z]{1,4}-?\d{2,5}\b|\b\d{5,12}\b/g;

interface Sentence {
  at: number;
  text: string;
  facts: string[];
  asks: boolean;
}

/**
 * At most 240 characters of the mail's own sentences, in its order: how it begins, without greeting and courtesies, what it
 * asks for, and those that name numbers, dates or sums. Falls back to the subject.
 */
export function summarise(input: { subject: string; text: string }): string {
  const said = sentencesOf(input.text).map(withoutGreeting).filter(isMeaningful).slice(0, mostSentences).map(read);
  const [lead, ...others] = said;
  if (lead === undefined) return shortened(input.subject.replace(/\s+/g, ' ').trim());
  const first = others.some(isTelling) ? { ...lead, text: shortened(lead.text, longestLead) } : lead;
  const chosen = [first];
  const room = () => longest - chosen.reduce((sum, { text }) => sum + text.length + 1, 0);
  const ask = lead.asks ? undefined : others.findLast(({ asks, text }) => asks && text.length <= room());
  if (ask !== undefined) chosen.push(ask);
  for (const next of byWorth(others, chosen)) if (next.text.length <= room()) chosen.push(next);
  for (const next of others) {
    if (longest - room() > enough || next.text.length > room()) break;
    if (!chosen.includes(next)) chosen.push(next);
  }
  return shortened(
    chosen
      .sort((a, b) => a.at - b.at)
      .map(({ text }) => text)
      .join(' '),
  );
}

function read(text: string, at: number): Sentence {
  const { numbers, dates } = entitiesOf({ subject: '', text });
  const facts = [...numbers, ...dates, ...(text.match(amounts) ?? []), ...(text.match(codes) ?? [])];
  return { at, text, facts: [...new Set(facts)], asks: text.endsWith('?') || request.test(plain(text)) };
}

function isTelling({ facts, asks }: Sentence): boolean {
  return asks || facts.length > 0;
}

/** The sentences that tell what those chosen do not, the weightiest first; to ask again weighs as much as a fact. */
function byWorth(sentences: Sentence[], chosen: Sentence[]): Sentence[] {
  const known = new Set(chosen.flatMap(({ facts }) => facts));
  const worth = ({ facts, asks }: Sentence) => facts.filter((fact) => !known.has(fact)).length + (asks ? 1 : 0);
  return sentences.filter((one) => !chosen.includes(one) && worth(one) > 0).sort((a, b) => worth(b) - worth(a));
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

function shortened(text: string, most = longest): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const blank = cut.lastIndexOf(' ');
  return `${cut.slice(0, blank > most / 2 ? blank : cut.length).trimEnd()}…`;
}
