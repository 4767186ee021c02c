/** Enough of MIME (RFC 5322, 2045, 2047) to read a mail that an application composed itself. */
interface Part {
  headers: { name: string; value: string }[];
  body: string;
}

const deepest = 10;

/** A MIME mail, one character a byte, as a message whose fields are named as Graph names them. */
export function readMime(source: string): Record<string, unknown> {
  const root = readPart(source);
  const leaves = leavesOf(root, 0);
  const text = leaves.find((part) => isBody(part, 'text/html')) ?? leaves.find((part) => isBody(part, 'text/plain'));
  const from = addresses(root, 'from');
  return {
    subject: decodeWords(value(root, 'subject') ?? ''),
    from: from[0] ?? null,
    sender: addresses(root, 'sender')[0] ?? from[0] ?? null,
    toRecipients: addresses(root, 'to'),
    ccRecipients: addresses(root, 'cc'),
    bccRecipients: addresses(root, 'bcc'),
    replyTo: addresses(root, 'reply-to'),
    internetMessageId: value(root, 'message-id')?.trim(),
    internetMessageHeaders: root.headers.filter((header) => header.name.toLowerCase() !== 'bcc'),
    body: {
      contentType: text && mediaType(text) === 'text/html' ? 'html' : 'text',
      content: text ? bytesOf(text).toString(charset(text)) : '',
    },
    attachments: leaves.filter((part) => part !== text && isAttachment(part)).map(toAttachment),
  };
}

function readPart(source: string): Part {
  const split = /\r?\n\r?\n/.exec(source);
  const head = split ? source.slice(0, split.index) : source;
  const body = split ? source.slice(split.index + split[0].length) : '';
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const headers = lines.flatMap((line) => {
    const colon = line.indexOf(':');
    return colon > 0 ? [{ name: line.slice(0, colon).trim(), value: utf8(line.slice(colon + 1).trim()) }] : [];
  });
  return { headers, body };
}

/** The source is read byte by byte; header text beyond ASCII is UTF-8 (RFC 6532). */
function utf8(text: string): string {
  return Buffer.from(text, 'latin1').toString('utf8');
}

function leavesOf(part: Part, depth: number): Part[] {
  const boundary = parameter(value(part, 'content-type') ?? '', 'boundary');
  if (!mediaType(part).startsWith('multipart/') || !boundary || depth >= deepest) return [part];
  const [, ...pieces] = `\r\n${part.body}`.split(`\n--${boundary}`);
  return pieces
    .filter((piece) => !piece.startsWith('--'))
    .flatMap((piece) => leavesOf(readPart(piece.replace(/^[ \t]*\r?\n/, '').replace(/\r$/, '')), depth + 1));
}

function value(part: Part, name: string): string | undefined {
  return part.headers.find((header) => header.name.toLowerCase() === name)?.value;
}

function parameter(header: string, name: string): string | undefined {
  for (const piece of header.split(';').slice(1)) {
    const equals = piece.indexOf('=');
    if (piece.slice(0, equals).trim().toLowerCase() === name)
      return piece
        .slice(equals + 1)
        .trim()
        .replaceAll('"', '');
  }
  return undefined;
}

function mediaType(part: Part): string {
  return (value(part, 'content-type')?.split(';')[0] ?? 'text/plain').trim().toLowerCase();
}

function charset(part: Part): BufferEncoding {
  const name = parameter(value(part, 'content-type') ?? '', 'charset')?.toLowerCase() ?? 'utf-8';
  return name.startsWith('iso-8859-1') || name === 'windows-1252' ? 'latin1' : 'utf8';
}

function isAttachment(part: Part): boolean {
  const disposition = value(part, 'content-disposition')?.toLowerCase() ?? '';
  return (
    disposition.startsWith('attachment') || disposition.startsWith('inline') || !mediaType(part).startsWith('text/')
  );
}

function isBody(part: Part, type: string): boolean {
  return mediaType(part) === type && !value(part, 'content-disposition')?.toLowerCase().startsWith('attachment');
}

function bytesOf(part: Part): Buffer {
  const encoding = value(part, 'content-transfer-encoding')?.toLowerCase().trim();
  if (encoding === 'base64') return Buffer.from(part.body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(part.body, 'latin1');
  return unquote(part.body.replace(/=\r?\n/g, ''));
}

function unquote(text: string): Buffer {
  return Buffer.from(
    text.replace(/=([0-9A-Fa-f]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

function toAttachment(part: Part): Record<string, unknown> {
  const disposition = value(part, 'content-disposition') ?? '';
  const name = parameter(disposition, 'filename') ?? parameter(value(part, 'content-type') ?? '', 'name');
  return {
    name: decodeWords(name ?? 'attachment'),
    contentType: mediaType(part),
    contentBytes: bytesOf(part).toString('base64'),
    isInline: disposition.toLowerCase().startsWith('inline'),
    contentId: value(part, 'content-id')?.replace(/[<>]/g, '') ?? null,
  };
}

function addresses(part: Part, name: string): { emailAddress: { address: string; name: string } }[] {
  return splitAddresses(value(part, name) ?? '').flatMap((text) => {
    const open = text.lastIndexOf('<');
    const address = (open < 0 ? text : text.slice(open + 1)).replace('>', '').trim();
    if (address === '') return [];
    const label = open < 0 ? '' : decodeWords(text.slice(0, open).trim().replaceAll('"', ''));
    return [{ emailAddress: { address, name: label || address } }];
  });
}

/** At commas outside quotes. */
function splitAddresses(text: string): string[] {
  const parts: string[] = [];
  let quoted = false;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted;
    if (text[at] !== ',' || quoted) continue;
    parts.push(text.slice(start, at));
    start = at + 1;
  }
  return [...parts, text.slice(start)];
}

function decodeWords(text: string): string {
  const joined = text.replace(/(=\?[^?]{1,40}\?[bq]\?[^?]*\?=)\s+(?==\?)/gi, '$1');
  return joined.replace(/=\?([^?]{1,40})\?([bq])\?([^?]*)\?=/gi, (_all, set: string, kind: string, data: string) => {
    const bytes = kind.toLowerCase() === 'b' ? Buffer.from(data, 'base64') : unquote(data.replaceAll('_', ' '));
    return bytes.toString(set.toLowerCase().startsWith('iso-8859-1') ? 'latin1' : 'utf8');
  });
}
