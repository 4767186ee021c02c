import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../ports/system.ts';
import { DoorProblem } from './door-problem.ts';
import { alreadyHas, parseTags } from './entity-tags.ts';
import { respond } from './respond.ts';
import { indexFolder, type SiteFile, type SiteFiles } from './site-files.ts';

export interface StaticSite {
  /** Begins and ends with a slash. */
  prefix: string;
  /** Folder of built files. */
  dir: string;
  /** Content-Security-Policy of its pages. */
  policy: string;
  /** True where a path without a file is a place inside the one page. */
  deepLinks?: boolean;
  /** Beginnings of paths below the prefix that routes answer. */
  except?: string[];
  /** True for big folders of which little is used: files are read when first asked for. */
  onDemand?: boolean;
}

interface OpenSite extends StaticSite {
  files: SiteFiles;
}

/** Built pages, served from memory. */
export interface StaticSites {
  /** True when a site is mounted at this prefix and has files. */
  has(prefix: string): boolean;
  /** Whether the path belongs to a site. */
  covers(request: IncomingMessage): boolean;
  /** Answers a request that is covered. @throws DoorProblem 404, 405 */
  serve(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** Indexes the folders of all sites and, but for those on demand, reads them. */
export async function openSites(sites: StaticSite[], log: Log): Promise<StaticSites> {
  const opened = await Promise.all(sites.map((site) => open(site, log)));
  const bySpecificity = opened.toSorted((a, b) => b.prefix.length - a.prefix.length);
  function siteOf(path: string): OpenSite | undefined {
    const site = bySpecificity.find(({ prefix }) => path.startsWith(prefix) || `${path}/` === prefix);
    return site?.except?.some((start) => path.startsWith(start)) ? undefined : site;
  }
  return {
    has: (prefix) => opened.some((site) => site.prefix === prefix && site.files.size > 0),
    covers: (request) => siteOf(pathOf(request)) !== undefined,
    serve: async (request, response) => {
      const path = pathOf(request);
      const site = siteOf(path);
      if (site === undefined) throw new DoorProblem(404, 'not-found', 'There is no such page.');
      await serveFrom(site, path, request, response);
    },
  };
}

function pathOf({ url = '/' }: IncomingMessage): string {
  const mark = url.indexOf('?');
  return mark < 0 ? url : url.slice(0, mark);
}

async function open(site: StaticSite, log: Log): Promise<OpenSite> {
  const files = await indexFolder(site.dir);
  if (files.size === 0) log.warn('A page has not been built', { prefix: site.prefix });
  if (!site.onDemand) await Promise.all([...files.values()].map((load) => load()));
  return { ...site, files };
}

async function serveFrom(
  site: OpenSite,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    throw new DoorProblem(405, 'method-not-allowed', 'Pages can only be read.', { Allow: 'GET, HEAD' });
  }
  if (!path.startsWith(site.prefix)) {
    const search = (request.url ?? '').slice(path.length);
    respond(response, 308, { Location: site.prefix + search });
    return;
  }
  const load = site.files.get(nameOf(site, path));
  if (load === undefined) throw new DoorProblem(404, 'not-found', 'There is no such page.');
  sendFile(site, await load(), request, response);
}

/** The file a path stands for. A name with a dot is a file or nothing; another may be a place inside the page. */
function nameOf(site: OpenSite, path: string): string {
  const name = decode(path.slice(site.prefix.length));
  if (name === '' || name.endsWith('/')) return site.files.has(`${name}index.html`) ? `${name}index.html` : deep(site);
  if (site.files.has(name)) return name;
  return name.slice(name.lastIndexOf('/') + 1).includes('.') ? name : deep(site);
}

function deep(site: OpenSite): string {
  return site.deepLinks ? 'index.html' : '';
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    throw new DoorProblem(404, 'not-found', 'There is no such page.');
  }
}

function sendFile(site: OpenSite, file: SiteFile, request: IncomingMessage, response: ServerResponse): void {
  const { coding, bytes } = choose(file, String(request.headers['accept-encoding'] ?? ''));
  const etag = coding === null ? file.etag : `${file.etag}-${coding}`;
  const headers: Record<string, string> = {
    ETag: `"${etag}"`,
    Vary: 'Accept-Encoding',
    'Cache-Control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    'Content-Security-Policy': site.policy,
  };
  if (alreadyHas(parseTags(request.headers['if-none-match']), etag)) {
    respond(response, 304, headers);
    return;
  }
  if (coding !== null) headers['Content-Encoding'] = coding;
  respond(response, 200, { ...headers, 'Content-Type': file.type }, bytes);
}

function choose(file: SiteFile, accepted: string): { coding: 'br' | 'gzip' | null; bytes: Buffer } {
  const accepts = (coding: string) =>
    accepted.split(',').some((part) => {
      const [name, quality] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      return name === coding && !/^q=0(?:\.0*)?$/.test(quality ?? '');
    });
  if (file.br !== null && accepts('br')) return { coding: 'br', bytes: file.br };
  if (file.gzip !== null && accepts('gzip')) return { coding: 'gzip', bytes: file.gzip };
  return { coding: null, bytes: file.raw };
}
