import type { Versioned } from '../../domain/case/case.ts';
import type { Holidays } from '../../ports/holidays.ts';
import type { SettingsName, SettingsStore } from '../../ports/settings.ts';
import { checkSlaSettings } from '../sla/check-sla-settings.ts';
import type { SlaBook } from '../sla/sla-book.ts';
import { checkCategories } from './check-categories.ts';

interface WriteDeps {
  settings: SettingsStore;
  holidays: Holidays;
  book: SlaBook;
}

/** Replaces a document, once it agrees with the others. @throws Failure `invalid`, `stale` with the present one */
export async function writeSettings(
  deps: WriteDeps,
  name: SettingsName,
  document: unknown,
  ifMatch: string,
): Promise<Versioned<unknown>> {
  checkCategories(name, document);
  await checkSlaSettings(deps, name, document);
  const written = await deps.settings.write(name, document, ifMatch);
  if (name === 'sla-policies' || name === 'calendars') await deps.book.refresh();
  return written;
}
