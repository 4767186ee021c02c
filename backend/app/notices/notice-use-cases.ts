import type { Actor } from '../../domain/access/actor.ts';
import type { Versioned } from '../../domain/case/case.ts';
import { Failure } from '../../domain/failure.ts';
import type { NoticePreferences } from '../../domain/notices/preferences.ts';
import { isTimezone } from '../../domain/workflow/zoned-time.ts';
import type { PreferenceStore } from '../../ports/notice-preferences.ts';

/** What people say of how they want to be told. */
export interface NoticeUseCases {
  readNotifications(actor: Actor): Promise<Versioned<NoticePreferences>>;
  /** @throws Failure `stale`, `invalid` for a time zone that does not exist */
  writeNotifications(actor: Actor, wanted: NoticePreferences, ifMatch: string): Promise<Versioned<NoticePreferences>>;
}

export function bindNotices(preferences: PreferenceStore): NoticeUseCases {
  return {
    readNotifications: (actor) => preferences.read(actor.id),
    async writeNotifications(actor, wanted, ifMatch) {
      if (wanted.quiet !== null && !isTimezone(wanted.quiet.timezone)) {
        const faults = [{ path: 'quiet.timezone', message: 'is not an IANA time zone' }];
        throw new Failure('invalid', 'The time zone of the quiet hours does not exist.', { faults });
      }
      return preferences.write(actor.id, wanted, ifMatch);
    },
  };
}
