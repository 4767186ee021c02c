import type { NoticePreferences } from '../domain/notices/preferences.ts';
import type { Personal } from './personal.ts';

/** What each person wants to be told of. */
export type PreferenceStore = Personal<NoticePreferences>;
