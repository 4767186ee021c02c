import type { OpenMention } from '../../app/notices/list-mentions.ts';
import type { NoticeUseCases } from '../../app/notices/notice-use-cases.ts';
import type { MentionList, Notifications } from '../../contracts/notifications.ts';
import type { Versioned } from '../../domain/case/case.ts';
import { Failure, isFailure } from '../../domain/failure.ts';
import type { NoticePreferences } from '../../domain/notices/preferences.ts';
import type { Answer } from '../call.ts';
import { versionToMatch } from '../entity-tags.ts';
import type { ApiHandlers } from './api-handlers.ts';

type NotificationRoutes = Pick<ApiHandlers, 'listMentions' | 'readNotifications' | 'writeNotifications'>;

export function notificationRoutes(app: NoticeUseCases): NotificationRoutes {
  return {
    listMentions: async ({ actor }) => {
      const items = (await app.listMentions(actor)).map(presentMention);
      return { body: { items, total: items.length } };
    },
    readNotifications: async ({ actor }) => answer(await app.readNotifications(actor)),
    async writeNotifications({ actor, body, ifMatch }) {
      const present = async () => (await app.readNotifications(actor)).etag;
      const version = (await versionToMatch(ifMatch, present)) ?? (await present());
      try {
        return answer(await app.writeNotifications(actor, body, version));
      } catch (error) {
        if (!isFailure(error, 'stale')) throw error;
        const { value, etag } = await app.readNotifications(actor);
        throw new Failure('stale', error.message, { current: { ...value, etag }, cause: error });
      }
    },
  };
}

function presentMention({ case: { id, number, subject }, note }: OpenMention): MentionList['items'][number] {
  const by = note.from?.name ?? '';
  return { caseId: id, number, subject, messageId: note.id, by, at: note.at, text: note.visibleText };
}

function answer({ value, etag }: Versioned<NoticePreferences>): Answer<Notifications> {
  return { body: value, etag };
}
