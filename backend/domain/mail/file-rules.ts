import type { WithheldReason } from '../vocabulary.ts';

/** Bytes of the largest file that is kept unless an administrator says otherwise. */
export const usualLargestFile = 30 * 1024 * 1024;

/** Endings of what Windows or macOS runs when it is opened; Outlook blocks the same. */
const dangerous = new Set(
  (
    'ade adp app appcontent-ms appref-ms asp bas bat cdxml cer chm cmd com cpl crt csh der diagcab exe fxp gadget grp hlp hpj hta ' +
    'htc inf ins iso isp its jar jnlp js jse ksh lnk mad maf mag mam maq mar mas mat mau mav maw mda mdb mde mdt mdw mdz msc ' +
    'msh msh1 msh2 mshxml msh1xml msh2xml msi msp mst msu ops osd pcd pif pl plg prf prg printerexport ps1 ps1xml ps2 ps2xml ' +
    'psc1 psc2 psd1 psdm1 pst py pyc pyo pyw pyz pyzw reg scf scr sct settingcontent-ms shb shs theme tmp udl url vb vbe vbp vbs ' +
    'vhd vhdx vsmacros vsw webpnp website ws wsb wsc wsf wsh xbap xll xnk'
  ).split(' '),
);

/** Why a file of this name and size is not kept, before anybody has looked inside; null when it may be. */
export function refusal(file: { name: string; size: number }, largest = usualLargestFile): WithheldReason | null {
  if (file.size > largest) return 'too_large';
  return dangerous.has(endingOf(safeFileName(file.name))) ? 'dangerous_type' : null;
}

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const longestName = 120;

/**
 * A name that is one file in one folder on every system: no path, no control or direction-changing characters, no
 * leading dot, not too long; the ending stays.
 */
export function safeFileName(name: string): string {
  const plain = name
    .slice(0, 4_000)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[/\\:*?"<>|]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '');
  const cut = withoutTail(shortened(plain));
  if (cut === '') return 'attachment';
  return reserved.test(cut) ? `_${cut}` : cut;
}

/** Windows drops dots and blanks at the end, so that another ending would come to light. */
function withoutTail(name: string): string {
  let end = name.length;
  while (end > 0 && (name[end - 1] === '.' || name[end - 1] === ' ')) end -= 1;
  return name.slice(0, end);
}

function shortened(name: string): string {
  if (name.length <= longestName) return name;
  const ending = endingOf(name);
  const tail = ending === '' || ending.length > 12 ? '' : `.${ending}`;
  return [...name].slice(0, longestName - tail.length).join('') + tail;
}

function endingOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** Types that no browser runs as a page of ours. What is not listed goes out as bytes without a meaning. */
const harmless =
  /^(?:application\/(?:pdf|zip|gzip|x-7z-compressed|rtf|json|msword|vnd\.(?:ms-|openxmlformats-|oasis\.)[\w.+-]{1,80})|text\/(?:plain|csv|calendar)|message\/rfc822|image\/(?:png|jpeg|gif|webp|bmp|tiff|heic)|audio\/[\w.+-]{1,40}|video\/[\w.+-]{1,40})$/;

/** How a file is served: with which type, and whether it may be shown in place rather than saved. */
export interface Serving {
  type: string;
  /** True for raster images alone, known by their first bytes and not by what the sender says. */
  inline: boolean;
}

/** @param claimed media type that the sender gave @param head the first bytes of the file, 12 suffice */
export function servingOf(claimed: string, head: Uint8Array): Serving {
  const image = imageType(head);
  if (image !== null) return { type: image, inline: true };
  const type = claimed.split(';')[0]?.trim().toLowerCase() ?? '';
  const looksFake = type.startsWith('image/') || !harmless.test(type);
  return { type: looksFake ? 'application/octet-stream' : type, inline: false };
}

function imageType(head: Uint8Array): string | null {
  const begins = (bytes: number[], at = 0) => bytes.every((byte, i) => head[at + i] === byte);
  if (begins([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (begins([0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (begins([0x47, 0x49, 0x46, 0x38])) return 'image/gif';
  return begins([0x52, 0x49, 0x46, 0x46]) && begins([0x57, 0x45, 0x42, 0x50], 8) ? 'image/webp' : null;
}
