/** Stands on a line of its own where a mail program marked the beginning of the quoted mail. A private-use character. */
export const quoteMark = '\uE000';

const from =
  '(?:from|von|de|da|van|fra|från|od|lähettäjä|mittente|remitente|afzender|expéditeur|от|发件人|寄件者|差出人|보낸 사람)';
const sent =
  '(?:sent|date|gesendet|datum|envoyé|enviado(?: el| em)?|fecha|data|inviato|verzonden|skickat|sendt|dato|wysłano|lähetetty|päivämäärä|дата|отправлено|发送时间|日期|送信日時|보낸 날짜)';
const to =
  '(?:to|an|à|a|para|aan|til|till|do|vastaanottaja|per|destinatario|кому|收件人|宛先|받는 사람|cc|kopie|copie)';
const subject =
  '(?:subject|betreff|objet|asunto|assunto|oggetto|onderwerp|emne|ämne|temat|aihe|тема|主题|主旨|件名|제목)';

const label = (words: string) => new RegExp(`^\\s{0,8}[*_]{0,2}${words}\\s{0,2}[:：][*_]{0,2}(?:\\s|$)`, 'iu');
const fromLine = label(from);
const otherLines = [label(sent), label(to), label(subject)];

const separator = new RegExp(
  `^\\s{0,8}[-_–—=*]{2,40}\\s{0,4}(?:${[
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
    'ursprungligt meddelande|opprinnelig melding|oprindelig meddelelse',
    'wiadomość oryginalna|oryginalna wiadomość|alkuperäinen viesti',
    'исходное сообщение|пересылаемое сообщение|原始邮件|原始郵件|元のメッセージ|원본 메일',
  ].join('|')})\\s{0,4}[-_–—=*]{0,40}\\s{0,8}$`,
  'iu',
);
const appleForward =
  /^\s{0,8}(?:begin forwarded message|anfang der weitergeleiteten nachricht|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado|início da mensagem (?:re)?encaminhada|inizio messaggio inoltrato|begin doorgestuurd bericht)\s?:\s{0,8}$/iu;

const wrote =
  /(?:\bwrote|\bwrites|\bschrieb|\bgeschrieben|écrit|\bescribió|\bescreveu|\bha scritto|\bscritto|\bschreef|\bgeschreven|\bskrev|\bnapisał(?:\(a\))?|\bnapisała|\bkirjoitti|\bnapsal(?:\(a\))?|írta|\byazdı|написал(?:\(а\)|а)?|пишет|έγραψε|a scris|a írt|كتب|写道|寫道|さんは書きました|작성)/iu;
const opensAttribution =
  /^\s{0,8}(?:[-_*]{2,6}\s?)?(?:on|am|le|el|em|a|il|in data|op|den|dne|dnia|w dniu|pe|v|în|la|в|στις|no dia|at|da|von|from|في|\d{1,4})(?=[\s,.:/-])/iu;
const dated = /\d{4}|\d{1,2}[:.h]\d{2}|\d{1,2}[./-]\d{1,2}[./-]/;

/** Patterns look at no more of a line than this. */
const longestLine = 400;

/** True for a line that begins with `>`. */
export function isQuoted(line: string): boolean {
  return /^ {0,3}>/.test(line);
}

/** True for a line of nothing but white space. */
export function isBlank(line: string): boolean {
  return line.trim() === '';
}

/** True where everything below is an earlier mail: a separator, a header block, or a mark left by a mail program. */
export function startsHistory(lines: string[], index: number): boolean {
  const line = lines[index] ?? '';
  if (line.includes(quoteMark)) return true;
  if (line.length > longestLine) return false;
  if (separator.test(line) || appleForward.test(line)) return true;
  return fromLine.test(line) && isHeaderBlock(lines, index);
}

/** What stands behind "From:" where a block of headers begins, with the line below it when the address is there; or null. */
export function headerBlockWriter(lines: string[], index: number): string | null {
  const bare = lines.slice(index, index + 7).map((line) => line.slice(0, longestLine).replace(/^[>\s]{0,12}/, ''));
  const [line = '', next = ''] = bare;
  if (!fromLine.test(line) || !isHeaderBlock(bare, 0)) return null;
  const named = line.slice(line.search(/[:：]/) + 1).trim();
  return named.includes('@') ? named : `${named} ${next}`;
}

function isHeaderBlock(lines: string[], index: number): boolean {
  const below = lines.slice(index + 1, index + 7).map((line) => line.slice(0, longestLine));
  return otherLines.filter((pattern) => below.some((line) => pattern.test(line))).length >= 2;
}

/**
 * How many lines up to and including this one say who wrote what follows ("On … wrote:"), 0 when they do not. `above` is
 * the first line that may belong to it.
 */
export function attributionLength(lines: string[], index: number, above: number): number {
  const last = (lines[index] ?? '').trimEnd();
  if (last.length > longestLine || !endsAttribution(last)) return 0;
  let text = '';
  let weak = 0;
  for (let start = index; start >= above && start > index - 4; start -= 1) {
    const line = lines[start] ?? '';
    if (isBlank(line) || isQuoted(line)) return weak;
    text = `${line.slice(0, longestLine)} ${text}`;
    if (isAttribution(text, opensAttribution.test(line))) return index - start + 1;
    if (weak === 0 && namesWriter(text)) weak = index - start + 1;
  }
  return weak;
}

/** Most end in a colon; some programs write "---- On … wrote ----" or leave the colon out. */
function endsAttribution(line: string): boolean {
  if (/[:：]$/.test(line)) return line.includes('@') || wrote.test(line);
  return line.includes('@') && /\b(?:wrote|schrieb|scritto)(?:\s?[-_]{2,6})?$/i.test(line);
}

function isAttribution(text: string, opens: boolean): boolean {
  return opens && (text.includes('@') || dated.test(text)) && wrote.test(text);
}

/** "ann@one.example wrote:", without a date in front: believed only when it is short. */
function namesWriter(text: string): boolean {
  return (
    text.length < 200 && text.includes('@') && (dated.test(text) ? wrote.test(text) : /\swrote\s?:\s*$/i.test(text))
  );
}

/** True for a line that introduces quoted lines in whatever language: it ends in a colon and names a time and an address. */
export function introducesQuote(line: string): boolean {
  const text = line.slice(0, longestLine).trimEnd();
  return /[:：]$/.test(text) && (text.includes('@') || wrote.test(text)) && dated.test(text);
}
