import { type TreeCategory, treeFaults } from '../../domain/case/category-tree.ts';
import { Failure } from '../../domain/failure.ts';
import type { SettingsName } from '../../ports/settings.ts';

/** What no schema can see of a category tree. @throws Failure `invalid` with every fault */
export function checkCategories(name: SettingsName, document: unknown): void {
  if (name !== 'categories') return;
  const faults = treeFaults((document as { categories: TreeCategory[] }).categories);
  if (faults.length > 0) throw new Failure('invalid', faults[0]?.message ?? '', { faults });
}
