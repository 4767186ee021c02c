import type { Directory } from '../../ports/directory.ts';
import type { ReportQuestion } from '../../ports/reports.ts';
import type { SettingsStore } from '../../ports/settings.ts';

export interface NamingDeps {
  settings: Pick<SettingsStore, 'read'>;
  directory: Pick<Directory, 'agents'>;
}

/** Names of what a report is broken down by; undefined for what has no name of its own. */
export async function groupNames(
  { settings, directory }: NamingDeps,
  by: ReportQuestion['by'],
): Promise<(key: string) => string | undefined> {
  if (by === 'assignee') return lookUp((await directory.agents()).map(({ id, name }) => [id, name]));
  if (by === 'team') {
    const { teams } = (await settings.read('teams')).value as { teams: { id: string; name: string }[] };
    return lookUp(teams.map(({ id, name }) => [id, name]));
  }
  if (by !== 'category') return () => undefined;
  const { categories } = (await settings.read('categories')).value as { categories: { key: string; name: string }[] };
  return lookUp(categories.map(({ key, name }) => [key, name]));
}

function lookUp(names: [string, string][]): (key: string) => string | undefined {
  const known = new Map(names);
  return (key) => known.get(key);
}
