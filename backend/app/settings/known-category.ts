import { Failure } from '../../domain/failure.ts';
import type { SettingsStore } from '../../ports/settings.ts';

const named = 20;

/**
 * A category that somebody gives must be in the administrator's tree, where there is one.
 * @param path of the field that names it @throws Failure `invalid`
 */
export async function mustBeInTree(
  settings: Pick<SettingsStore, 'read'>,
  category: string | undefined,
  path = 'category',
): Promise<void> {
  if (category === undefined) return;
  const { categories } = (await settings.read('categories')).value as { categories: { key: string }[] };
  if (categories.length === 0 || categories.some(({ key }) => key === category)) return;
  const keys = categories.slice(0, named).map(({ key }) => key);
  const more = categories.length > named ? ' …' : '';
  const message = `must be the key of a category: ${keys.join(', ')}${more}`;
  throw new Failure('invalid', `There is no category ${category.slice(0, 100)}.`, { faults: [{ path, message }] });
}
