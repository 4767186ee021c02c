import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest';

/** The parts of the unified manifest that must agree with something else. */
export interface UnifiedFacts {
  id: string;
  version: string;
  name: { short: string };
  description: { short: string };
  icons: { color: string; outline: string };
  validDomains: string[];
  webApplicationInfo: { id: string; resource: string };
  localizationInfo: { defaultLanguageFile: string; additionalLanguages: { file: string }[] };
  extensions: { audienceClaimUrl: string }[];
}

/** Files beside the manifest that its languages name. */
export function languageFiles(manifest: UnifiedFacts): string[] {
  const { defaultLanguageFile, additionalLanguages } = manifest.localizationInfo;
  return [defaultLanguageFile, ...additionalLanguages.map(({ file }) => file)];
}

/** Faults by Microsoft's own schema, which the package brings along: nothing is fetched. */
export async function schemaFaults(file: string, text: string): Promise<string[]> {
  const manifest: TeamsManifest = JSON.parse(text);
  const faults = await AppManifestUtils.validateAgainstSchema(manifest);
  return faults.map((fault) => `${file}: ${fault.trim()}`);
}

/**
 * Faults of one language: texts the manifest does not have, which Teams refuses, and by the schema those that are too
 * long in place of the manifest's own.
 */
export async function translationFaults(file: string, translation: string, manifest: string): Promise<string[]> {
  const texts: Record<string, string> = JSON.parse(translation);
  const translated: unknown = JSON.parse(manifest);
  const strangers = Object.entries(texts).filter(([key, text]) => key !== '$schema' && !replace(translated, key, text));
  return [
    ...strangers.map(([key]) => `${file}: ${key} is not a text of the manifest`),
    ...(await schemaFaults(file, JSON.stringify(translated))),
  ];
}

/** Puts a text in the place that a key such as `bots[0].commandLists[0].commands[1].title` names, if one is there. */
function replace(manifest: unknown, key: string, text: string): boolean {
  const steps = key.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
  const last = steps.pop() ?? '';
  const holder = steps.reduce<unknown>((inner, step) => (isObject(inner) ? inner[step] : undefined), manifest);
  if (!isObject(holder) || typeof holder[last] !== 'string') return false;
  holder[last] = text;
  return true;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Every text of the manifest with its path, such as `bots.0.botId`. */
export function textsOf(value: unknown, path = ''): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, path === '' ? key : `${path}.${key}`));
}

/** Every picture with the pixels it promises: a size, and on phones a scale. */
export function promisedIcons(value: unknown): { url: string; pixels: number }[] {
  if (!isObject(value)) return [];
  const { url, size, scale } = value;
  const own =
    typeof url === 'string' && typeof size === 'number'
      ? [{ url, pixels: size * (typeof scale === 'number' ? scale : 1) }]
      : [];
  // Twice the size is what makes it the high-resolution one.
  const inner = Object.entries(value).flatMap(([key, part]) =>
    promisedIcons(part).map((icon) => (key === 'highResolutionIcon' ? { ...icon, pixels: icon.pixels * 2 } : icon)),
  );
  return [...own, ...inner];
}
