import { fold } from './fold.ts';
import { longestLine, plainLine } from './plain-line.ts';

type Label = 'from' | 'sent' | 'to' | 'subject';

/** What mail programs call the headers that they put above a quoted mail; without accents, see `fold`. */
const words: Record<Label, string> = {
  from:
    'from|von|de|da|van|fra|fran|od|lahettaja|mittente|remitente|remetente|afzender|expediteur|nadawca|felado|kimden|' +
    'gonderen|odesilatel|от|απο|من|发件人|寄件者|差出人|보낸 사람|מאת',
  sent:
    'sent|date|gesendet(?: am)?|datum|envoye(?: le)?|enviad[oa](?: el| em)?|fecha|data|inviato|verzonden|skickat|sendt|dato|' +
    'wysłano|data wysłania|lahetetty|paivamaara|odeslano|elkuldve|tarih|дата|отправлено|ημερομηνια|تم الإرسال|التاريخ|تاريخ|' +
    '发送时间|日期|送信日時|보낸 날짜|נשלח',
  to:
    'to|an|a|para|aan|til|till|do|vastaanottaja|per|destinatario|adresat|komu|cimzett|kime|кому|προς|إلى|收件人|宛先|받는 사람|' +
    'אל|cc|kopie(?: a)?|copie(?: a)?',
  subject:
    'subject|betreff|objet|sujet|asunto|assunto|oggetto|onderwerp|emne|amne|temat|aihe|predmet|targy|konu|subiect|тема|θεμα|' +
    'الموضوع|主题|主旨|件名|제목|נושא',
};

const labels = Object.keys(words) as Label[];
const patterns = (before: string) =>
  labels.map((label): [Label, RegExp] => [
    label,
    new RegExp(`${before}(?:${words[label]})[*_]{0,2}\\s{0,2}[:：]`, 'u'),
  ]);
const atStart = patterns('^[\\s>*_|]{0,12}');
const anywhere = patterns('(?:^|[^\\p{L}])');

const mostLines = 7;

/** True where a block of headers begins ("From: … Sent: … To: …" in any common language and order). */
export function startsHeaderBlock(lines: string[], index: number): boolean {
  if (labelOf(lines[index] ?? '') === null || labelOf(lines[index - 1] ?? '') !== null) return false;
  const found = new Set(lines.slice(index, index + mostLines).map(labelOf));
  return found.has('from') && labels.filter((label) => found.has(label)).length >= 3;
}

/** True for a whole block of headers that was run together into one line. */
export function isHeaderLine(line: string): boolean {
  if (!/[:：][^:：]{1,300}[:：][^:：]{1,300}[:：]/.test(line.slice(0, longestLine))) return false;
  const text = fold(line.slice(0, longestLine));
  const found = anywhere.filter(([, pattern]) => pattern.test(text)).map(([label]) => label);
  return found.includes('from') && found.includes('subject') && found.length >= 3;
}

/** What stands behind "From:" in the block of headers that begins here, with the line below; or null. */
export function headerBlockWriter(lines: string[], index: number): string | null {
  if (!startsHeaderBlock(lines, index)) return null;
  const at = lines.slice(index, index + mostLines).findIndex((line) => labelOf(line) === 'from') + index;
  const line = (lines[at] ?? '').slice(0, longestLine);
  const named = line.slice(line.search(/[:：]/) + 1).trim();
  return named.includes('@')
    ? named
    : `${named} ${(lines[at + 1] ?? '').slice(0, longestLine).replace(/^[>\s]{0,12}/, '')}`;
}

/** True for a line that could stand in a block of headers. */
export function isLabelled(line: string): boolean {
  return labelOf(line) !== null;
}

function labelOf(line: string): Label | null {
  if (!/[:：]/.test(line.slice(0, 60))) return null;
  const text = fold(plainLine(line).slice(0, 80));
  return atStart.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
