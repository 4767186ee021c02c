import type { App } from '../../app/app.ts';
import { presentMessage } from '../../present/present-message.ts';
import type { RenderedCases } from '../rendered-cases.ts';
import type { ApiHandlers } from './api-handlers.ts';
import { caseAnswer, changed, locationOf } from './cases.ts';

type LifecycleRoutes = Pick<
  ApiHandlers,
  | 'addNote'
  | 'watchCase'
  | 'unwatchCase'
  | 'mergeCase'
  | 'unmergeCase'
  | 'splitCase'
  | 'moveMessages'
  | 'linkCase'
  | 'unlinkCase'
  | 'undoLast'
>;

export function lifecycleRoutes(app: App, rendered: RenderedCases): LifecycleRoutes {
  const deps = { app, rendered };
  return {
    addNote: async ({ actor, params, body, idempotency }) => ({
      body: presentMessage(await app.addNote(actor, params.id, body, idempotency)),
    }),
    watchCase: ({ actor, viewer, params, body, ifMatch }) =>
      changed(deps, params.id, viewer, ifMatch, (version) =>
        app.watchCase(actor, params.id, { agent: body.agent, watching: true }, version),
      ),
    unwatchCase: ({ actor, viewer, params, body, ifMatch }) =>
      changed(deps, params.id, viewer, ifMatch, (version) =>
        app.watchCase(actor, params.id, { agent: body.agent, watching: false }, version),
      ),
    mergeCase: ({ actor, viewer, params, body, ifMatch }) =>
      changed(deps, params.id, viewer, ifMatch, (version) => app.mergeCase(actor, params.id, body.into, version)),
    unmergeCase: ({ actor, viewer, params, ifMatch }) =>
      changed(deps, params.id, viewer, ifMatch, (version) => app.unmergeCase(actor, params.id, version)),
    splitCase: async ({ actor, viewer, params, body, ifMatch, idempotency }) => {
      let opened: Record<string, string> = {};
      const answer = await changed(deps, params.id, viewer, ifMatch, async (version) => {
        const value = await app.splitCase(actor, params.id, body, version, idempotency);
        opened = locationOf(value);
        return value;
      });
      return { ...answer, status: 201, headers: opened };
    },
    moveMessages: ({ actor, viewer, params, body, ifMatch }) =>
      changed(deps, params.id, viewer, ifMatch, (version) => app.moveMessages(actor, params.id, body, version)),
    linkCase: async ({ actor, viewer, params, body }) =>
      caseAnswer(rendered, await app.linkCases(actor, params.id, body), viewer),
    unlinkCase: async ({ actor, viewer, params, body }) =>
      caseAnswer(rendered, await app.unlinkCases(actor, params.id, body), viewer),
    undoLast: ({ actor, viewer, params, ifMatch }) =>
      changed(deps, params.id, viewer, ifMatch, (version) => app.undoLast(actor, params.id, version)),
  };
}
