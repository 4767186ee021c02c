import { isBlank } from './quote-lines.ts';

const device = new RegExp(
  `^\\W{0,4}(?:${[
    'sent (?:from|via|with|using) (?:my|the|outlook|yahoo|gmail|proton|mail|a|samsung|blackberry|iphone|ipad|android|windows)',
    'get outlook for',
    'get \\[?outlook',
    '(?:von|mit) mein(?:em|er) .{2,40} gesendet',
    'gesendet (?:von|mit|über|mein)',
    'diese nachricht wurde von mein',
    'envoyé (?:de|depuis|à partir) ',
    'télécharger outlook pour',
    'enviado (?:desde|do|da|de|a partir|via|usando) ',
    'obtener outlook para',
    'obter o outlook para',
    'inviato da',
    'scarica outlook per',
    'ottieni outlook per',
    '(?:verzonden|verstuurd|gestuurd) (?:vanaf|met|via|vanuit|door)',
    'outlook voor .{2,20} downloaden',
    'skickat från|sendt fra|sent fra|lähetetty |wysłane z|wysłano z|отправлено с|iphone から送信|发自我的|從我的',
  ].join('|')})`,
  'iu',
);
const listFooter = /mailing list|unsubscribe|mailman\/listinfo|list-unsubscribe/i;
const longestFooter = 14;

/** The writer's lines and the signature below them. All of it is text where nothing of the mail's own would remain. */
export function splitSignature(lines: string[]): { own: string[]; signature: string[] } {
  const own = withoutDeviceLine(lines.slice(0, signatureStart(lines)));
  if (!own.some((line) => !isBlank(line))) return { own: lines, signature: [] };
  return { own, signature: lines.slice(own.length) };
}

/** The line that sets a signature apart (RFC 3676, 4.3), with or without the blank that it should end in. */
export function isDelimiter(line: string): boolean {
  return /^\s{0,2}--\s{0,3}$/.test(line);
}

function signatureStart(lines: string[]): number {
  const lowest = Math.max(1, lines.length - 40);
  for (let index = lowest; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (isDelimiter(line)) return index;
    if (/^\s{0,2}[-_=]{10,}\s{0,3}$/.test(line) && isListFooter(lines, index)) return index;
  }
  return lines.length;
}

function isListFooter(lines: string[], index: number): boolean {
  const below = lines.slice(index + 1);
  return below.length <= longestFooter && below.some((line) => listFooter.test(line.slice(0, 400)));
}

function withoutDeviceLine(lines: string[]): string[] {
  let end = lines.length;
  while (end > 0 && isBlank(lines[end - 1] ?? '')) end -= 1;
  const last = lines[end - 1] ?? '';
  return last.length < 160 && device.test(last) ? lines.slice(0, end - 1) : lines;
}
