import type { App, FoundFates } from '../../app/app.ts';
import type { FateList, FatesQuery } from '../../contracts/fates.ts';
import type { MailFilter } from '../../ports/mail-index.ts';
import { presentFate } from '../../present/present-fate.ts';
import type { ApiHandlers } from './api-handlers.ts';

type FateRoutes = Pick<ApiHandlers, 'listFates' | 'retryFate' | 'mailHeartbeats'>;

export function fateRoutes(app: App): FateRoutes {
  return {
    async listFates({ query }) {
      const { limit, after } = query;
      const filter = filterFrom(query);
      if (query.case !== undefined) filter.caseId = (await app.getCase(query.case)).value.id;
      return { body: presentFound(await app.listFates(filter, { limit, ...(after !== undefined && { after }) })) };
    },
    async retryFate({ actor, params }) {
      const { mailKey, releasedAt, decidedAt } = await app.retryFate(actor, params.key);
      return { body: { key: mailKey, releasedAt: releasedAt ?? decidedAt } };
    },
    async mailHeartbeats() {
      const items = await app.mailHeartbeats();
      return {
        body: {
          items: items.map(({ silence, ...pulse }) => ({
            ...pulse,
            silence: silence && { since: silence.since, why: silence.why, toldAt: silence.toldAt },
          })),
        },
      };
    },
  };
}

function filterFrom({ became, mailbox, q, from, to }: FatesQuery): MailFilter {
  return {
    ...(became && { became }),
    ...(mailbox && { mailbox }),
    ...(q !== undefined && { q }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

function presentFound({ items, total, next, counts, pending, complete }: FoundFates): FateList {
  return {
    items: items.map(({ fate, caseNumber }) => presentFate(fate, caseNumber)),
    total,
    ...(next !== undefined && { next }),
    counts,
    pending: {
      ...pending,
      items: pending.items.map((mail) => ({
        mailbox: mail.mailbox,
        internetMessageId: mail.internetMessageId ?? null,
        notedAt: mail.notedAt,
        by: mail.notedBy ?? 'push',
        attempts: mail.attempts,
        nextTryAt: mail.notBefore,
        lastError: mail.lastError,
      })),
    },
    complete,
  };
}
