import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ManifestInfo, OfficeAddinManifest } from 'office-addin-manifest';
import { convert } from 'office-addin-manifest-converter';
import type { UnifiedFacts } from './teams-manifest.ts';

export interface OutlookFacts {
  info: ManifestInfo;
  /** What Microsoft's converter makes of the XML: a second reading by somebody else's rules. */
  converted: UnifiedFacts & { extensions: unknown[] };
}

/** Reads the XML with Microsoft's own readers, offline. @throws when one of them cannot */
export async function readOutlookManifest(xml: string): Promise<OutlookFacts> {
  const folder = await mkdtemp(path.join(tmpdir(), 'handyconnect-manifest-'));
  try {
    const file = path.join(folder, 'manifest.xml');
    await writeFile(file, xml);
    const info = await OfficeAddinManifest.readManifestFile(file);
    await convert(file, path.join(folder, 'out'), false);
    const converted = JSON.parse(await readFile(path.join(folder, 'out', 'manifest.json'), 'utf8'));
    return { info, converted };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every address in the XML that is not the name of an XML namespace. */
export function addressesOf(xml: string): string[] {
  const attributes = [...xml.matchAll(/\b(?:DefaultValue|Value)="(https?:[^"]*)"/g)];
  const texts = [...xml.matchAll(/>\s*(https?:[^<]*?)\s*</g)];
  return [...attributes, ...texts].map((match) => match[1] ?? '');
}

/** Every picture of a control with the pixels it promises. */
export function promisedXmlIcons(xml: string): { url: string; pixels: number }[] {
  const urls = new Map([...xml.matchAll(/<bt:Image id="([^"]+)" DefaultValue="([^"]+)"/g)].map((m) => [m[1], m[2]]));
  const uses = xml.matchAll(/<bt:Image size="(\d+)"(?: scale="(\d)")? resid="([^"]+)"/g);
  return [...uses].map((use) => ({ url: urls.get(use[3]) ?? '', pixels: Number(use[1]) * Number(use[2] ?? '1') }));
}
