import type { App } from '../../app/app.ts';
import { presentCase } from '../../present/present-case.ts';
import type { RenderedCases } from '../rendered-cases.ts';
import type { ApiHandlers } from './api-handlers.ts';
import { caseAnswer } from './cases.ts';

type SharingOutRoutes = Pick<
  ApiHandlers,
  'readAvailability' | 'setAvailability' | 'listRoster' | 'listHandOver' | 'handOver'
>;

export function sharingOutRoutes(app: App, rendered: RenderedCases): SharingOutRoutes {
  return {
    readAvailability: async ({ actor }) => ({ body: await app.readAvailability(actor) }),
    setAvailability: async ({ actor, body }) => ({ body: await app.setAvailability(actor, body) }),
    listRoster: async () => {
      const items = await app.listRoster();
      return { body: { items, total: items.length } };
    },
    listHandOver: async ({ query, viewer }) => {
      const offers = await app.listHandOver(query.team);
      const items = offers.map((offer) => ({ ...offer, case: presentCase(offer.case, viewer) }));
      return { body: { items, total: items.length } };
    },
    handOver: async ({ actor, viewer, params, body }) =>
      caseAnswer(rendered, await app.handOver(actor, params.id, body), viewer),
  };
}
