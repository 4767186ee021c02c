import { escapeHtml, htmlBlocks, plainTextOf } from './plain-and-html.ts';
import { citeAttribution, gmailAttribution, outlookDate, outlookWords } from './quote-words.ts';
import type { Language } from './sample-mail.ts';
import { namesOf, type Quoted, writerOf } from './text-quotes.ts';

interface Parts {
  language?: Language;
  /** Ready HTML between the text and the quote. */
  signature?: string;
  quote?: Quoted;
  /** True where the quote is a mail passed on rather than answered. */
  forwarded?: boolean;
  /** Ready HTML after the quote. */
  after?: string;
}

const wordStyle =
  '<style><!--\n@font-face{font-family:Calibri;panose-1:2 15 5 2 2 2 4 3 2 4;}\n' +
  'p.MsoNormal,li.MsoNormal,div.MsoNormal{margin:0cm;font-size:11.0pt;font-family:"Calibri",sans-serif;}\n' +
  'div.WordSection1{page:WordSection1;}\n--></style>';

function wordParagraphs(text: string): string {
  return htmlBlocks(text)
    .map((block) => `<p class="MsoNormal">${block}</p>\n<p class="MsoNormal">&nbsp;</p>`)
    .join('\n');
}

function outlookHeader(language: Language, quoted: Quoted): string {
  const words = outlookWords(language);
  const who = writerOf(quoted);
  const rows = [
    `<b>${words.from}</b> ${escapeHtml(who.name)} &lt;${who.address}&gt; `,
    `<b>${words.sent}</b> ${outlookDate(language, quoted.minute)}`,
    `<b>${words.to}</b> ${escapeHtml(namesOf(quoted.to))}`,
    ...(quoted.cc === undefined ? [] : [`<b>${words.cc}</b> ${escapeHtml(namesOf(quoted.cc))}`]),
    `<b>${words.subject}</b> ${escapeHtml(quoted.subject)}`,
  ];
  return rows.join('<br>\n');
}

/** Outlook for Windows: Word's HTML, the quote under a grey border. */
export function outlookHtml(text: string, parts: Parts = {}): string {
  const language = parts.language ?? 'en';
  const quote =
    parts.quote === undefined
      ? ''
      : '<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm">\n' +
        `<p class="MsoNormal">${outlookHeader(language, parts.quote)}</p>\n</div></div>\n` +
        `<p class="MsoNormal">&nbsp;</p>\n${wordParagraphs(plainTextOf(parts.quote))}\n`;
  return (
    `<html><head>\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8">\n${wordStyle}</head>\n` +
    `<body lang="${language.toUpperCase()}" link="#0563C1" vlink="#954F72">\n<div class="WordSection1">\n` +
    `${wordParagraphs(text)}\n${parts.signature ?? ''}${quote}${parts.after ?? ''}</div>\n</body></html>\n`
  );
}

/** Outlook on the web and its phone app: a rule, then `divRplyFwdMsg`. */
export function outlookWebHtml(text: string, parts: Parts = {}): string {
  const language = parts.language ?? 'en';
  const own = htmlBlocks(text)
    .map((block) => `<div class="elementToProof" style="font-family:Aptos,sans-serif;font-size:12pt">${block}</div>`)
    .join('\n<div class="elementToProof"><br></div>\n');
  const quote =
    parts.quote === undefined
      ? ''
      : '<div id="appendonsend"></div>\n<hr style="display:inline-block;width:98%" tabindex="-1">\n' +
        `<div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" style="font-size:11pt">` +
        `${outlookHeader(language, parts.quote)}</font><div>&nbsp;</div></div>\n` +
        `<div>${htmlBlocks(plainTextOf(parts.quote)).join('<br>\n<br>\n')}</div>\n`;
  return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head>\n<body dir="ltr">\n${own}\n${parts.signature ?? ''}${quote}${parts.after ?? ''}</body></html>\n`;
}

function gmailQuoteHead(language: Language, quoted: Quoted, forwarded: boolean): string {
  const who = writerOf(quoted);
  if (!forwarded) return escapeHtml(gmailAttribution(language, quoted.minute, who));
  const lines = [
    '---------- Forwarded message ---------',
    `From: <strong class="gmail_sendername" dir="auto">${escapeHtml(who.name)}</strong> &lt;${who.address}&gt;`,
    `Date: ${outlookDate(language, quoted.minute)}`,
    `Subject: ${escapeHtml(quoted.subject)}`,
    `To: ${escapeHtml(namesOf(quoted.to))}`,
  ];
  return `${lines.join('<br>')}<br>`;
}

export function gmailHtml(text: string, parts: Parts = {}): string {
  const own = htmlBlocks(text)
    .map((block) => `<div>${block}</div>`)
    .join('<div><br></div>');
  const { quote } = parts;
  const quoted =
    quote === undefined
      ? ''
      : '<br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">' +
        `${gmailQuoteHead(parts.language ?? 'en', quote, parts.forwarded ?? false)}<br></div>` +
        '<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">' +
        `<div dir="ltr">${htmlBlocks(plainTextOf(quote)).join('<br><br>')}</div></blockquote></div>`;
  return `<div dir="ltr">${own}${parts.signature ?? ''}</div>${quoted}${parts.after ?? ''}\n`;
}

export function appleHtml(text: string, parts: Parts = {}): string {
  const { quote } = parts;
  const own = htmlBlocks(text)
    .map((block) => `<div>${block}</div>`)
    .join('<div><br></div>');
  const quoted =
    quote === undefined
      ? ''
      : '<div><br><blockquote type="cite">' +
        `<div>${escapeHtml(citeAttribution(parts.language ?? 'en', quote.minute, writerOf(quote), 'apple'))}</div><br class="Apple-interchange-newline">` +
        `<div>${htmlBlocks(plainTextOf(quote)).join('<br><br>')}</div></blockquote></div>`;
  return (
    '<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head>' +
    '<body style="overflow-wrap: break-word; -webkit-nbsp-mode: space; line-break: after-white-space;">' +
    `${own}${parts.signature ?? ''}${quoted}${parts.after ?? ''}</body></html>\n`
  );
}
