import type { SettingsStore } from '../../ports/settings.ts';

/** Parent of each category, from the settings document `categories`. */
export async function readParents(settings: SettingsStore): Promise<Record<string, string | null>> {
  const { value } = await settings.read('categories');
  const { categories } = value as { categories: { key: string; parent: string | null }[] };
  return Object.fromEntries(categories.map(({ key, parent }) => [key, parent]));
}
