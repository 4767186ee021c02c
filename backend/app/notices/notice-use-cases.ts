import type { Actor } from '../../domain/access/actor.ts';
import type { Versioned } from '../../domain/case/case.ts';
import { Failure } from '../../domain/failure.ts';
import { type NoticePreferences, zoneFaults } from '../../domain/notices/preferences.ts';
import type { PreferenceStore } from '../../ports/notice-preferences.ts';
import { listMentions, type MentionDeps, type OpenMention } from './list-mentions.ts';

/** What people are told, and what they say of how they want to be. */
export interface NoticeUseCases {
  /** Notes that mention the caller, of cases on which they have done nothing since; newest first. */
  listMentions(actor: Actor): Promise<OpenMention[]>;
  readNotifications(actor: Actor): Promise<Versioned<NoticePreferences>>;
  /** @throws Failure `stale`, `invalid` for a time zone that does not exist */
  writeNotifications(actor: Actor, wanted: NoticePreferences, ifMatch: string): Promise<Versioned<NoticePreferences>>;
}

export function bindNotices({ preferences, ...deps }: MentionDeps & { preferences: PreferenceStore }): NoticeUseCases {
  return {
    listMentions: (actor) => listMentions(deps, actor),
    readNotifications: (actor) => preferences.read(actor.id),
    async writeNotifications(actor, wanted, ifMatch) {
      const faults = zoneFaults(wanted);
      if (faults.length > 0)
        throw new Failure('invalid', 'The time zone of the quiet hours does not exist.', { faults });
      return preferences.write(actor.id, wanted, ifMatch);
    },
  };
}
