import type { VersionedCase } from '../../backend/app/app.ts';
import type { LifecycleUseCases } from '../../backend/app/lifecycle/lifecycle-use-cases.ts';
import type { SupportCase } from '../../backend/domain/case/case.ts';
import { Failure } from '../../backend/domain/failure.ts';
import { aMessage } from '../builders/stored.ts';

interface FakeCases {
  get(ref: string): VersionedCase;
  change(ref: string, fields: Partial<SupportCase>, ifMatch?: string): VersionedCase;
}

/** Each command leaves a trace on the case that a test of the face can look for. */
export function fakeLifecycle({ get, change }: FakeCases): LifecycleUseCases {
  return {
    addNote: async (_actor, ref, { text, mentions }) =>
      aMessage(get(ref).value.id, { direction: 'note', visibleText: text, ...(mentions && { mentions }) }),
    watchCase: async (actor, ref, { agent, watching }, ifMatch) =>
      change(ref, { watchers: watching ? [agent === 'me' ? actor.id : agent] : [] }, ifMatch),
    mergeCase: async (_actor, ref, into, ifMatch) => {
      if (get(ref).value.id === get(into).value.id)
        throw new Failure('conflict', 'A case cannot be merged into itself.');
      return change(ref, { status: 'closed', mergedInto: get(into).value.id }, ifMatch);
    },
    unmergeCase: async (_actor, ref, ifMatch) => change(ref, { status: 'new', mergedInto: null }, ifMatch),
    moveMessages: async (_actor, ref, { messageIds, to }, ifMatch) => {
      change(ref, {}, ifMatch);
      return change(to, { messageCount: messageIds.length });
    },
    splitCase: async (_actor, ref, { subject }, ifMatch) => change(ref, { subject }, ifMatch),
    linkCases: async (_actor, ref, { to, kind }) => change(ref, { linked: [{ caseId: get(to).value.id, kind }] }),
    unlinkCases: async (_actor, ref) => change(ref, { linked: [] }),
    undoOnce: async (_actor, ref) => get(ref),
    undoLast: async (_actor, ref) => {
      const { value } = get(ref);
      const differences = [{ field: 'priority', now: 'low', yours: value.priority }];
      throw new Failure('conflict', 'Something else has happened on this case since.', { differences });
    },
  };
}
