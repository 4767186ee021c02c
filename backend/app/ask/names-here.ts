import type { Named } from '../../domain/ask/ask-query.ts';
import type { CategoryChoice } from '../../domain/triage/analysis.ts';
import type { Directory } from '../../ports/directory.ts';
import type { SettingsStore } from '../../ports/settings.ts';

export interface NamesDeps {
  directory: Directory;
  settings: SettingsStore;
}

/** Everybody and everything that a question may name here. A category stands for those below it as well. */
export async function namesHere({ directory, settings }: NamesDeps): Promise<Named[]> {
  const [agents, teams, tree] = await Promise.all([
    directory.agents(),
    settings.read('teams'),
    settings.read('categories'),
  ]);
  const { categories } = tree.value as { categories: CategoryChoice[] };
  const named = (teams.value as { teams: { id: string; name: string }[] }).teams;
  return [
    ...agents.map(({ id, name }): Named => ({ kind: 'person', key: id, name })),
    ...named.map(({ id, name }): Named => ({ kind: 'team', key: id, name })),
    ...categories.map(({ key, name }): Named => ({ kind: 'category', key, name, with: below(key, categories) })),
  ];
}

function below(key: string, categories: CategoryChoice[], seen = new Set([key])): string[] {
  return categories
    .filter((one) => one.parent === key && !seen.has(one.key))
    .flatMap((one) => {
      seen.add(one.key);
      return [one.key, ...below(one.key, categories, seen)];
    });
}
