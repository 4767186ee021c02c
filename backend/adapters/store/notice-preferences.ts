import { type NoticePreferences, usualPreferences } from '../../domain/notices/preferences.ts';
import type { TableBackend } from '../../ports/table-backend.ts';
import { TablePersonal } from './table-personal.ts';

/** What each person wants to be told of. Kinds that came after somebody chose are told as usual. */
export function noticePreferences(backend: TableBackend): TablePersonal<NoticePreferences> {
  return new TablePersonal(backend, {
    name: 'told',
    complete: (said) => {
      const usual = structuredClone(usualPreferences);
      return said === undefined ? usual : { ...said, channels: { ...usual.channels, ...said.channels } };
    },
    stale: 'Your notifications were changed meanwhile, perhaps in another window.',
  });
}
