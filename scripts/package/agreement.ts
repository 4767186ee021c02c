import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { iconFiles, manifestsDir, pngSize } from './icons.ts';
import { addressesOf, type OutlookFacts, promisedXmlIcons } from './outlook-manifest.ts';
import { promisedIcons, textsOf, type UnifiedFacts } from './teams-manifest.ts';
import type { ManifestValues } from './values.ts';

/** Every icon is there, with the pixels its name and use promise. */
export function iconFaults(folder = manifestsDir): string[] {
  return iconFiles.flatMap(({ file, size }) => {
    const where = path.join(folder, file);
    if (!existsSync(where)) return [`${file}: is missing`];
    const found = pngSize(readFileSync(where));
    if (found === null) return [`${file}: is not a PNG`];
    if (found.width === size && found.height === size) return [];
    return [`${file}: is ${found.width} × ${found.height} pixels and must be ${size} × ${size}`];
  });
}

/** Both manifests promise sizes; the file behind each address must have them. */
export function promiseFaults(unified: unknown, xml: string): string[] {
  return [...promisedIcons(unified), ...promisedXmlIcons(xml)].flatMap(({ url, pixels }) => {
    const name = url.slice(url.lastIndexOf('/') + 1);
    const icon = iconFiles.find(({ file }) => file === `icons/${name}`);
    if (icon === undefined) return [`${url || 'an icon'}: there is no such icon`];
    return icon.size === pixels ? [] : [`${name}: is used at ${pixels} pixels and has ${icon.size}`];
  });
}

/** Every address of both manifests lies on PUBLIC_URL: one host to trust, one to move. */
export function addressFaults(unified: UnifiedFacts, xml: string, values: ManifestValues): string[] {
  const ours = textsOf(unified)
    .filter(({ path: where, text }) => where !== '$schema' && /^https?:/.test(text))
    .map(({ path: where, text }) => ({ where: `manifest.json ${where}`, url: text }));
  const outlook = addressesOf(xml).map((url) => ({ where: 'manifest.xml', url }));
  const strangers = [...ours, ...outlook].filter(({ url }) => new URL(url).origin !== values.PUBLIC_URL);
  const faults = strangers.map(({ where, url }) => `${where}: ${url} is not on ${values.PUBLIC_URL}`);
  if (!unified.validDomains.includes(values.PUBLIC_HOST)) {
    faults.push(`manifest.json validDomains: ${values.PUBLIC_HOST} is missing`);
  }
  return faults;
}

/** The two manifests are one app for two generations of Outlook, so what both say must be the same. */
export function disagreements(unified: UnifiedFacts, outlook: OutlookFacts): string[] {
  const { info, converted } = outlook;
  const pairs: [string, unknown, unknown][] = [
    ['id', unified.id, info.id],
    ['name', unified.name.short, info.displayName],
    ['description', unified.description.short, info.description],
    ['version', `${unified.version}.0`, info.version],
    ['sign-in application', unified.webApplicationInfo.id, converted.webApplicationInfo?.id],
    ['sign-in resource', unified.webApplicationInfo.resource, converted.webApplicationInfo?.resource],
    ['pane address', unified.extensions[0]?.audienceClaimUrl, converted.extensions[0]?.audienceClaimUrl],
  ];
  return pairs
    .filter(([, ours, theirs]) => ours !== theirs)
    .map(([what, ours, theirs]) => `the manifests differ in ${what}: ${String(ours)} and ${String(theirs)}`);
}
