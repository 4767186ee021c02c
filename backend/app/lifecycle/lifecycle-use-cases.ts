import type { Actor } from '../../domain/access/actor.ts';
import type { CaseMessage } from '../../domain/case/case.ts';
import type { LinkKind } from '../../domain/vocabulary.ts';
import type { Idempotency, VersionedCase } from '../cases/case-use-cases.ts';
import { addNote, type NewNote } from './add-note.ts';
import type { LifecycleDeps } from './deps.ts';
import { linkCases, unlinkCases } from './link-cases.ts';
import { mergeCase, unmergeCase } from './merge-cases.ts';
import { moveMessages, splitCase } from './move-messages.ts';
import { undoLast, undoOnce } from './undo.ts';
import { watchCase } from './watch-case.ts';

/** What people do with cases besides changing their fields. */
export interface LifecycleUseCases {
  /** @throws Failure `invalid` for a mention of somebody who does not work here */
  addNote(actor: Actor, ref: string, note: NewNote, idempotency?: Idempotency): Promise<CaseMessage>;
  /** `agent` is an id or `me`. */
  watchCase(
    actor: Actor,
    ref: string,
    to: { agent: string; watching: boolean },
    ifMatch?: string,
  ): Promise<VersionedCase>;
  /** Answers the merged case. @throws Failure `conflict` for itself, a circle or a case merged already */
  mergeCase(actor: Actor, ref: string, into: string, ifMatch?: string, once?: string): Promise<VersionedCase>;
  /** Answers the case that stands for itself again. */
  unmergeCase(actor: Actor, ref: string, ifMatch?: string): Promise<VersionedCase>;
  /** Answers the case that the messages are on now. */
  moveMessages(
    actor: Actor,
    ref: string,
    move: { messageIds: string[]; to: string },
    ifMatch?: string,
  ): Promise<VersionedCase>;
  /** Answers the new case. */
  splitCase(
    actor: Actor,
    ref: string,
    split: { messageIds: string[]; subject: string },
    ifMatch?: string,
    idempotency?: Idempotency,
  ): Promise<VersionedCase>;
  linkCases(actor: Actor, ref: string, link: { to: string; kind: LinkKind }): Promise<VersionedCase>;
  unlinkCases(actor: Actor, ref: string, link: { to: string }): Promise<VersionedCase>;
  /** Takes back the caller's last action. @throws Failure `conflict` with the differences when something came since */
  undoLast(actor: Actor, ref: string, ifMatch?: string): Promise<VersionedCase>;
  /**
   * Takes back the change or merge that was made `once`; nothing where it changed nothing or was taken back already.
   * @throws Failure `conflict` with the differences when something came since
   */
  undoOnce(actor: Actor, ref: string, once: string): Promise<VersionedCase>;
}

/** @param settle resolves once every commit of this process shows in lists */
export function bindLifecycle(
  deps: LifecycleDeps & { wakeAnalysis: () => void },
  settle: () => Promise<void>,
): LifecycleUseCases {
  const settled = async <T>(change: Promise<T>): Promise<T> => {
    const value = await change;
    await settle();
    return value;
  };
  return {
    addNote: (actor, ref, note, idempotency) => settled(addNote(deps, actor, ref, note, idempotency)),
    watchCase: (actor, ref, to, ifMatch) => settled(watchCase(deps, actor, ref, to, ifMatch)),
    mergeCase: (actor, ref, into, ifMatch, once) => settled(mergeCase(deps, actor, ref, into, ifMatch, once)),
    unmergeCase: (actor, ref, ifMatch) => settled(unmergeCase(deps, actor, ref, ifMatch)),
    moveMessages: (actor, ref, move, ifMatch) => settled(moveMessages(deps, actor, ref, move, ifMatch)),
    async splitCase(actor, ref, split, ifMatch, idempotency) {
      const opened = await settled(splitCase(deps, actor, ref, split, ifMatch, idempotency));
      deps.wakeAnalysis();
      return opened;
    },
    linkCases: (actor, ref, link) => settled(linkCases(deps, actor, ref, link)),
    unlinkCases: (actor, ref, link) => settled(unlinkCases(deps, actor, ref, link)),
    undoLast: (actor, ref, ifMatch) => settled(undoLast(deps, actor, ref, ifMatch)),
    undoOnce: (actor, ref, once) => settled(undoOnce(deps, actor, ref, once)),
  };
}
