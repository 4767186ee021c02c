import type { FieldFault } from '../failure.ts';
import type { Priority } from '../vocabulary.ts';
import { type Category, type FieldDefinition, pathTo } from './custom-fields.ts';

/** A task that the cases of a category usually need. */
export interface TaskTemplate {
  /** Names it among the templates that hold for one category. */
  key: string;
  title: string;
  description?: string | undefined;
  priority?: Priority | undefined;
  /** Hours after it is made, round the clock. */
  dueInHours?: number | undefined;
  checklist?: string[] | undefined;
  /** Keys of the templates whose tasks must be done first. */
  after?: string[] | undefined;
}

export interface TreeCategory extends Category {
  taskTemplates?: TaskTemplate[] | undefined;
}

/** The templates that hold for a category: its own and those of the categories above it, the highest first. */
export function templatesOf(categories: readonly TreeCategory[], key: string): TaskTemplate[] {
  return pathTo(categories, key).flatMap(({ taskTemplates }) => taskTemplates ?? []);
}

/** What is wrong with a tree that no schema can see, each fault with its place in the document. */
export function treeFaults(categories: readonly TreeCategory[]): FieldFault[] {
  const keys = categories.map(({ key }) => key);
  return categories.flatMap((category, i): FieldFault[] => {
    const at = `categories.${i}`;
    if (keys.indexOf(category.key) !== i) return [{ path: `${at}.key`, message: `There are two of ${category.key}.` }];
    const misplaced = parentFault(categories, category);
    if (misplaced !== null) return [{ path: `${at}.parent`, message: misplaced }];
    const above = pathTo(categories, category.key).slice(0, -1);
    return [...fieldFaults(category, above, at), ...templateFaults(category, above, at)];
  });
}

function parentFault(categories: readonly TreeCategory[], { key, parent }: TreeCategory): string | null {
  if (parent === null) return null;
  if (!categories.some((one) => one.key === parent)) return `There is no category ${parent}.`;
  const top = pathTo(categories, key)[0];
  return top?.parent === null ? null : 'It would lie below itself.';
}

function fieldFaults({ fields = [] }: TreeCategory, above: readonly TreeCategory[], at: string): FieldFault[] {
  const known = new Set(above.flatMap((one) => one.fields ?? []).map(({ key }: FieldDefinition) => key));
  return fields.flatMap(({ key }, i) => {
    if (known.has(key)) return [{ path: `${at}.fields.${i}.key`, message: `There are two fields ${key}.` }];
    known.add(key);
    return [];
  });
}

function templateFaults(
  { taskTemplates = [] }: TreeCategory,
  above: readonly TreeCategory[],
  at: string,
): FieldFault[] {
  const known = new Set(above.flatMap((one) => one.taskTemplates ?? []).map(({ key }) => key));
  return taskTemplates.flatMap(({ key, after = [] }, i): FieldFault[] => {
    const place = `${at}.taskTemplates.${i}`;
    if (known.has(key)) return [{ path: `${place}.key`, message: `There are two templates ${key}.` }];
    // Only what stands before can come first, so that no two wait for each other.
    const unknown = after.findIndex((one) => !known.has(one));
    known.add(key);
    return unknown < 0
      ? []
      : [{ path: `${place}.after.${unknown}`, message: `There is no template ${after[unknown]} before this one.` }];
  });
}
