import { Failure } from '../../backend/domain/failure.ts';
import type { Conversations } from '../../backend/ports/conversations.ts';
import type { ReportPoster } from '../../backend/ports/schedules.ts';
import type { Delivery } from './delivery.ts';

/** Puts the card of a scheduled report into the line of its channel; one that was brought already is not brought again. */
export function createReportPoster(conversations: Conversations, delivery: Delivery): ReportPoster {
  return {
    async post(channel, { key, reportId, agentId }) {
      if ((await conversations.get(channel)) === undefined) {
        throw new Failure('not-found', 'The bot is not in the Teams channel any more.');
      }
      const fact = { kind: 'report' as const, key, reportId, agentId };
      await delivery.enqueue({ conversationId: channel, caseId: `report-${reportId}`, fact });
    },
  };
}
