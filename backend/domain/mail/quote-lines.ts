import { isHeaderLine, startsHeaderBlock } from './header-labels.ts';
import { longestLine, plainLine } from './plain-line.ts';

/** Stands on a line of its own where a mail program marked the beginning of the quoted mail. A private-use character. */
export const quoteMark = '\uE000';

const separatorWords = [
  'original (?:message|e-?mail|appointment)',
  'reply message',
  '(?:begin )?forwarded (?:message|by)[^-]{0,80}',
  '(?:ursprüngliche|originale|weitergeleitete) (?:nachricht|mail|e-mail)',
  'original-?nachricht',
  "message (?:d'origine|d’origine|original|transféré|transmis)",
  "(?:courriel|e-?mail) d['’]origine",
  'mensaje (?:original|reenviado)',
  'mensagem (?:original|encaminhada)',
  '(?:messaggio|e-?mail) (?:originale|inoltrato)',
  '(?:oorspronkelijk|doorgestuurd|origineel) bericht',
  'ursprungligt (?:meddelande|mejl)|opprinnelig melding|oprindelig (?:meddelelse|besked)|videresendt (?:melding|besked)',
  'wiadomość oryginalna|oryginalna wiadomość|alkuperäinen viesti|původní (?:zpráva|e-mail)|eredeti üzenet|mesaj original',
  'исходное сообщение|пересылаемое сообщение|原始邮件|原始郵件|元のメッセージ|원본 메일',
].join('|');
const dashes = '[-_–—=*]';
const separator = new RegExp(
  `^\\s{0,8}${dashes}{2,40}\\s{0,4}(?:${separatorWords})\\s{0,4}(?:${dashes}{2,40}|$)`,
  'iu',
);
const appleForward =
  /^\s{0,8}(?:begin forwarded message|anfang der weitergeleiteten nachricht|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado|início da mensagem (?:re)?encaminhada|inizio messaggio inoltrato|begin doorgestuurd bericht)\s?:\s{0,8}$/iu;

const wrote =
  /(?:\bwrote|\bwrites|\bschrieb|\bgeschrieben|écrit|\bescribió|\bescreveu|\bha scritto|\bscritto|\bschreef|\bgeschreven|\bskrev|\bnapisał(?:\(a\))?|\bnapisała|\bnapisana przez|\bkirjoitti|\bnapsal(?:\(a\))?|írta|\byazdı|написал(?:\(а\)|а)?|пишет|έγραψε|a scris|a írt|كتب|写道|寫道|さんは書きました|작성)/iu;
const opensAttribution =
  /^\s{0,8}(?:[-_*]{2,6}\s?)?(?:(?:on|am|le|el|em|a|il|in data|op|den|dne|dnia|w dniu|pe|v|în|la|в|στις|no dia|da|von|from|في)(?=[\s,.:/])|\d{1,4}[\s,.:/-])/iu;
const time = /\d{1,2}[:.h]\d{2}(?!\d)/;
const date = /\d{4}|\d{1,2}[./-]\d{1,2}[./-]/;

const longestAttribution = 250;

/** True for a line that begins with `>` or, as some programs have it, `TB>`; a wrapped "<ann@one.example⏎>:" is none. */
export function isQuoted(line: string): boolean {
  return /^ {0,3}(?:>|[A-Z]{1,3}>(?: |$))/.test(line) && !/^>\s?:\s{0,3}$/.test(line);
}

/** True for a line of nothing but white space. */
export function isBlank(line: string): boolean {
  return line.trim() === '';
}

/** True where everything below is an earlier mail: a separator, a header block, or a mark left by a mail program. */
export function startsHistory(lines: string[], index: number): boolean {
  const line = lines[index] ?? '';
  if (line.includes(quoteMark)) return true;
  if (separator.test(line.slice(0, longestLine)) || isHeaderLine(line)) return true;
  return line.length <= longestLine && (appleForward.test(line) || startsHeaderBlock(lines, index));
}

/** True for a separator, which on top of everything sets nothing apart. */
export function isSeparator(line: string): boolean {
  return separator.test(line.slice(0, longestLine)) || appleForward.test(line.slice(0, longestLine));
}

/** True for a line that only sets apart what is below it: a rule, words between dashes, or half of an attribution. */
export function leadsToHistory(line: string): boolean {
  const text = plainLine(line).trim();
  if (/^[-_=*~–—.·•\s]{3,400}$/.test(text) || /^[-_=*~]{3,40}.{1,60}[-_=*~]{3,40}$/.test(text)) return true;
  if (/^message du\s?:/i.test(text)) return true;
  return text.length <= longestAttribution && opensAttribution.test(text) && date.test(text) && wrote.test(text);
}

/**
 * How many lines up to and including this one say who wrote what follows ("On … wrote:"), 0 when they do not. `above` is
 * the first line that may belong to it.
 */
export function attributionLength(lines: string[], index: number, above: number): number {
  const last = plainLine(lines[index] ?? '').trimEnd();
  if ((lines[index] ?? '').length > longestLine || !endsAttribution(last)) return 0;
  let text = '';
  let weak = 0;
  for (let start = index; start >= above && start > index - 4; start -= 1) {
    const line = lines[start] ?? '';
    if (isBlank(line) || isQuoted(line)) return weak;
    text = `${plainLine(line)} ${text}`;
    if (isAttribution(text, opensAttribution.test(plainLine(line)))) return index - start + 1;
    if (weak === 0 && namesWriter(text)) weak = index - start + 1;
  }
  return weak;
}

/** Most end in a colon; some programs write "---- On … wrote ----" or leave the colon out. */
function endsAttribution(line: string): boolean {
  if (/[:：]$/.test(line)) return line.includes('@') || line.length < 60 || wrote.test(line);
  return line.includes('@') && /\b(?:wrote|schrieb|scritto)(?:\s?[-_]{2,6})?$/i.test(line);
}

function isAttribution(text: string, opens: boolean): boolean {
  return opens && (text.includes('@') || date.test(text)) && wrote.test(text);
}

/**
 * "ann@one.example wrote:" without a date, and "Ann <ann@one.example>, 5 March 2026, 10:12:" or "Ann wrote on … at …:"
 * without the usual words in front: believed only when they are short.
 */
function namesWriter(text: string): boolean {
  if (text.length >= longestAttribution) return false;
  const dated = date.test(text) && time.test(text) && /[:：]\s*$/.test(text);
  if (dated && (wrote.test(text) || /@[^\s<>]{1,200}[>)\]]{1,3}\s?[:：]\s*$/.test(text))) return true;
  return text.includes('@') && (date.test(text) ? wrote.test(text) : /\swrote\s?:\s*$/i.test(text));
}

/** True for a line that introduces the quoted lines below it: "Ann wrote:", or a colon behind a time and an address. */
export function introducesQuote(line: string): boolean {
  const text = plainLine(line).trimEnd();
  if (text.length < 100 && wrote.test(text) && /(?:[:：]|[:：]>{1,3})$/.test(text)) return true;
  return /[:：]$/.test(text) && (text.includes('@') || wrote.test(text)) && (date.test(text) || time.test(text));
}
