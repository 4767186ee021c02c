import type { App } from '../../app/app.ts';
import type { PreviewSla, SlaPreview } from '../../contracts/sla-preview.ts';
import { presentLedger } from '../../present/present-ledger.ts';
import { clockEventsOf, instantOf, presentEvaluation } from '../../present/present-sla-preview.ts';
import type { ApiHandlers } from './api-handlers.ts';

type SlaRoutes = Pick<ApiHandlers, 'previewSla' | 'caseLedger' | 'publicHolidays'>;

export function slaRoutes(app: App): SlaRoutes {
  return {
    caseLedger: async ({ params, query }) => ({
      body: presentLedger(
        await app.explainClocks(params.id, query.at === undefined ? undefined : Date.parse(query.at)),
      ),
    }),
    publicHolidays: async ({ query: { country, region, year } }) => {
      const items = await app.publicHolidays(country, region ?? null, year);
      return { body: { items, total: items.length } };
    },
    previewSla: async ({ body }) => ({ body: preview(app, body) }),
  };
}

/** The schema has seen to it that exactly one question is asked. */
function preview(app: App, asked: PreviewSla): SlaPreview {
  const { calendar, start, end, addMinutes, targets, policy, events, evaluateAt } = asked;
  if (targets !== undefined && events !== undefined && policy !== undefined && evaluateAt !== undefined) {
    const conduct = { pauseStatuses: policy.pause_statuses, nextResponse: policy.next_response };
    const history = clockEventsOf({ targets, events });
    return presentEvaluation(app.evaluateClocks(calendar, history, conduct, Date.parse(evaluateAt)));
  }
  const startMs = Date.parse(start ?? '');
  if (end !== undefined) return { businessMinutes: app.minutesBetween(calendar, startMs, Date.parse(end)) };
  return { due: instantOf(app.dueAfter(calendar, startMs, addMinutes ?? 0)) };
}
