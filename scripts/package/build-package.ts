import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import { addressFaults, disagreements, iconFaults, promiseFaults } from './agreement.ts';
import { withCommands, withGermanCommands } from './command-lists.ts';
import { manifestsDir } from './icons.ts';
import { readOutlookManifest } from './outlook-manifest.ts';
import { languageFiles, schemaFaults, translationFaults, type UnifiedFacts } from './teams-manifest.ts';
import { fillTokens, type ReadValues, readValues } from './values.ts';

/** The filled manifests, by their names in the package. */
export interface Contents {
  teams: Map<string, string>;
  outlook: string;
}

export interface Package {
  mode: ReadValues['mode'];
  publicUrl: string;
  faults: string[];
  contents: Contents;
}

/** Fills and checks both manifests; writes nothing. All faults are found in one go. */
export async function preparePackage(environment: Record<string, string | undefined>): Promise<Package> {
  const { mode, values, faults } = readValues(environment);
  const unknown = new Set<string>();
  function filled(file: string): string {
    const { text, unknown: names } = fillTokens(readFileSync(path.join(manifestsDir, file), 'utf8'), values);
    for (const name of names) unknown.add(name);
    return text;
  }
  const manifest = withCommands(filled('teams/manifest.json'));
  const unified: UnifiedFacts = JSON.parse(manifest);
  const teams = new Map([['manifest.json', manifest]]);
  for (const file of languageFiles(unified)) {
    const texts = filled(`teams/${file}`);
    teams.set(file, file.endsWith('/de.json') ? withGermanCommands(texts) : texts);
  }
  const contents = { teams, outlook: filled('outlook/manifest.xml') };
  const result = { mode, publicUrl: values.PUBLIC_URL, contents };
  const unfilled = [...unknown].map((name) => `\${{${name}}}: nothing is known to fill it with`);
  // With wrong values every address and id would be reported again, once for each place it stands in.
  if (faults.length > 0) return { ...result, faults: [...faults, ...unfilled, ...iconFaults()] };
  const found = [
    ...unfilled,
    ...iconFaults(),
    ...(await teamsFaults(teams)),
    ...promiseFaults(unified, contents.outlook),
    ...addressFaults(unified, contents.outlook, values),
    ...disagreements(unified, await readOutlookManifest(contents.outlook)),
  ];
  return { ...result, faults: found };
}

async function teamsFaults(teams: Map<string, string>): Promise<string[]> {
  const manifest = teams.get('manifest.json') ?? '{}';
  const faults = await schemaFaults('manifest.json', manifest);
  for (const [file, text] of teams) {
    if (file !== 'manifest.json') faults.push(...(await translationFaults(file, text, manifest)));
  }
  return faults;
}

/** The same content always gives the same bytes: names in order, one date for all (the first a zip can hold). */
export function zipOf(contents: Contents): Uint8Array {
  const encoder = new TextEncoder();
  const entries = [...contents.teams].map(([name, text]): [string, Uint8Array] => [name, encoder.encode(text)]);
  for (const name of ['color.png', 'outline.png'])
    entries.push([name, readFileSync(path.join(manifestsDir, 'teams', name))]);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1), level: 9 });
}

/** Writes both files and answers their paths. */
export function writePackage(contents: Contents, outDir: string): string[] {
  mkdirSync(outDir, { recursive: true });
  const zip = path.join(outDir, 'handyconnect-teams.zip');
  const xml = path.join(outDir, 'handyconnect-outlook.xml');
  writeFileSync(zip, zipOf(contents));
  writeFileSync(xml, contents.outlook);
  return [zip, xml];
}
