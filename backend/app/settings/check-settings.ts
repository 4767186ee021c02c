import { type TreeCategory, treeFaults } from '../../domain/case/category-tree.ts';
import { Failure, type FieldFault } from '../../domain/failure.ts';
import { type NoticePreferences, zoneFaults } from '../../domain/notices/preferences.ts';
import { unknownPlaceholders } from '../../domain/reply/placeholders.ts';
import type { ReplySettings } from '../../domain/reply/reply-settings.ts';
import type { SlaPolicy } from '../../domain/sla/policy.ts';
import type { Rules } from '../../domain/workflow/rule.ts';
import { rulesFaults } from '../../domain/workflow/run-rules.ts';
import type { Holidays } from '../../ports/holidays.ts';
import type { SettingsChange, SettingsName, SettingsStore } from '../../ports/settings.ts';
import { slaFaults } from '../sla/check-sla-settings.ts';
import type { NamedCalendar } from '../sla/sla-book.ts';

/** Something wrong with a document, by its path in there. */
export interface Fault extends FieldFault {
  name: SettingsName;
}

interface CheckDeps {
  settings: Pick<SettingsStore, 'read'>;
  holidays: Holidays;
}

/** What no schema can see. @param beside documents that are written together with it */
export async function faultsOf(
  deps: CheckDeps,
  name: SettingsName,
  document: unknown,
  beside: readonly Pick<SettingsChange, 'name' | 'document'>[] = [],
): Promise<Fault[]> {
  const other = async (wanted: SettingsName) => {
    const together = beside.find((one) => one.name === wanted);
    return together === undefined ? (await deps.settings.read(wanted)).value : together.document;
  };
  return (await found()).map((fault) => ({ ...fault, name }));

  async function found(): Promise<FieldFault[]> {
    switch (name) {
      case 'categories':
        return treeFaults((document as { categories: TreeCategory[] }).categories);
      case 'rules':
        return rulesFaults(document as Rules);
      case 'templates':
        return placeholderFaults(textsOf(document as ReplySettings));
      case 'calendars':
      case 'sla-policies': {
        const { policies } = (name === 'sla-policies' ? document : await other('sla-policies')) as {
          policies: SlaPolicy[];
        };
        const { calendars } = (name === 'calendars' ? document : await other('calendars')) as {
          calendars: NamedCalendar[];
        };
        return slaFaults(deps.holidays, name, policies, calendars);
      }
      case 'notifications':
        return zoneFaults(document as NoticePreferences);
      default:
        return [];
    }
  }
}

export function placeholderFaults(texts: { path: string; text: string }[]): FieldFault[] {
  return texts.flatMap(({ path, text }) =>
    unknownPlaceholders(text).map((placeholder) => ({ path, message: `{{${placeholder}}} means nothing` })),
  );
}

function textsOf({ templates, signatures }: ReplySettings): { path: string; text: string }[] {
  return [
    ...templates.map(({ text }, at) => ({ path: `templates.${at}.text`, text })),
    ...signatures.map(({ text }, at) => ({ path: `signatures.${at}.text`, text })),
  ];
}

/** @throws Failure `invalid` with every fault; of `several` documents a path begins with the document's name */
export function refuse(faults: readonly Fault[], several: boolean): void {
  const [first] = faults;
  if (first === undefined) return;
  const named = faults.map(({ name, path, message }) => ({ path: several ? `${name}.${path}` : path, message }));
  throw new Failure('invalid', `The settings are not valid: ${named[0]?.path} ${first.message}`, { faults: named });
}
