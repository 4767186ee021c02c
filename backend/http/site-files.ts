import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'text/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};
const squeezable = /^(?:text\/|application\/json|image\/svg)/;
const hashedName = /-[A-Za-z0-9_-]{8,}\.\w+$/;

const zip = promisify(gzip);
const brotli = promisify(brotliCompress);

/** One file in memory, in every coding it is sent in. */
export interface SiteFile {
  type: string;
  etag: string;
  /** True where the name changes with the content. */
  immutable: boolean;
  raw: Buffer;
  gzip: Buffer | null;
  br: Buffer | null;
}

/** The files of a folder by their path inside it, with slashes. Each is read and compressed once, at first use. */
export type SiteFiles = Map<string, () => Promise<SiteFile>>;

/** Lists a folder; a missing one is empty. Only names found here can ever be served. */
export async function indexFolder(dir: string): Promise<SiteFiles> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => []);
  const files: SiteFiles = new Map();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(
      relative(dir, path).split(sep).join('/'),
      once(() => load(path)),
    );
  }
  return files;
}

async function load(path: string): Promise<SiteFile> {
  const raw = await readFile(path);
  const type = types[extname(path).toLowerCase()] ?? 'application/octet-stream';
  const worthIt = squeezable.test(type) && raw.length > 1_000;
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length };
  const [gz, br] = worthIt ? await Promise.all([zip(raw), brotli(raw, { params: quality })]) : [null, null];
  const etag = createHash('sha256').update(raw).digest('base64url').slice(0, 22);
  const immutable = hashedName.test(path) && path.split(sep).includes('assets');
  return { type, etag, immutable, raw, gzip: gz, br };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
