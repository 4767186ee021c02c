import type { Versioned } from '../domain/case/case.ts';
import type { NoticePreferences } from '../domain/notices/preferences.ts';

/** What each person wants to be told of. Durable; who has said nothing has the usual ones. */
export interface PreferenceStore {
  read(agentId: string): Promise<Versioned<NoticePreferences>>;
  /** @throws Failure `stale` with the current ones */
  write(agentId: string, preferences: NoticePreferences, ifMatch: string): Promise<Versioned<NoticePreferences>>;
}
