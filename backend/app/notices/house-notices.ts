import { type NoticePreferences, usualPreferences } from '../../domain/notices/preferences.ts';
import type { PreferenceStore } from '../../ports/notice-preferences.ts';
import type { SettingsStore } from '../../ports/settings.ts';

/** Version of somebody's own preferences who has said nothing. */
const unsaid = '0';

/** What each person wants to be told of; of whoever has said nothing, what the house decided. */
export function houseNotices(settings: Pick<SettingsStore, 'read'>, personal: PreferenceStore): PreferenceStore {
  return {
    async read(agentId) {
      const own = await personal.read(agentId);
      if (own.etag !== unsaid) return own;
      const decided = (await settings.read('notifications')).value as NoticePreferences;
      // Kinds that came after the house decided are told as usual.
      const channels = { ...usualPreferences.channels, ...decided.channels };
      return { value: { ...decided, channels }, etag: unsaid };
    },
    write: (agentId, wanted, ifMatch) => personal.write(agentId, wanted, ifMatch),
  };
}
