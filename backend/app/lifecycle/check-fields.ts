import { type Category, type FieldValue, fieldFaults, fieldsOf } from '../../domain/case/custom-fields.ts';
import { Failure } from '../../domain/failure.ts';
import type { SettingsStore } from '../../ports/settings.ts';

/** Checks values against the fields of a category. @throws Failure `invalid` naming each wrong one */
export async function checkFields(
  settings: Pick<SettingsStore, 'read'>,
  category: string,
  values: Record<string, FieldValue | null>,
): Promise<void> {
  const { value } = await settings.read('categories');
  const { categories } = value as { categories: Category[] };
  const faults = fieldFaults(fieldsOf(categories, category), values);
  if (faults.length > 0) throw new Failure('invalid', `Some fields do not fit the category ${category}.`, { faults });
}
