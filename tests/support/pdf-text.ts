import { inflateSync } from 'node:zlib';

/** The words of a PDF as pdfkit writes them: fonts are subsets, so each glyph is looked up in its font's ToUnicode map. */
export function pdfText(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes).toString('latin1');
  const objects = new Map<string, string>();
  for (const [, id = '', body = ''] of raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) objects.set(id, body);
  const streamOf = (id: string): string => {
    const body = objects.get(id) ?? '';
    const at = body.indexOf('stream\n');
    if (at < 0) return '';
    const data = Buffer.from(body.slice(at + 7, body.lastIndexOf('\nendstream')), 'latin1');
    return (/FlateDecode/.test(body.slice(0, at)) ? inflateSync(data) : data).toString('latin1');
  };
  const maps = new Map<string, Map<number, string>>();
  for (const body of objects.values()) {
    for (const [, font = '', id = ''] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const cmap = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1];
      if (cmap !== undefined) maps.set(font, unicodeOf(streamOf(cmap)));
    }
  }
  const pages = [...objects.values()].flatMap((body) =>
    /\/Type \/Page\b(?!s)/.test(body) ? [/\/Contents (\d+) 0 R/.exec(body)?.[1] ?? ''] : [],
  );
  return pages.map((id) => wordsOf(streamOf(id), maps)).join('\n');
}

function unicodeOf(cmap: string): Map<number, string> {
  const glyphs = new Map<number, string>();
  for (const [, from = '', , list = ''] of cmap.matchAll(/<(\w+)> <(\w+)> \[([^\]]*)\]/g)) {
    const texts = [...list.matchAll(/<([\w ]*)>/g)].map(([, hex = '']) => fromHex(hex.replaceAll(' ', '')));
    for (const [i, text] of texts.entries()) glyphs.set(Number.parseInt(from, 16) + i, text);
  }
  return glyphs;
}

function fromHex(hex: string): string {
  return String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
}

function wordsOf(content: string, maps: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let map: ReadonlyMap<number, string> = new Map();
  const pieces: string[] = [];
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) map = maps.get(font) ?? new Map();
    const glyphs = [...(shown ?? '').matchAll(/<(\w+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
    if (shown !== undefined) pieces.push(glyphs.map((glyph) => map.get(Number.parseInt(glyph, 16)) ?? '').join(''));
  }
  return pieces.join('\n');
}
