import type { VersionedCase } from '../cases/case-use-cases.ts';
import { checkReply } from './check-reply.ts';
import { fillTemplate } from './fill-template.ts';
import type { ReplyDeps } from './reply-deps.ts';
import { replyToCase } from './reply-to-case.ts';
import type { ReplyUseCases } from './reply-use-cases.ts';
import { sendAgain, undoSend } from './undo-send.ts';

/** @param settled answers a case once lists show it */
export function bindReplies(
  deps: ReplyDeps,
  settled: (change: Promise<VersionedCase>) => Promise<VersionedCase>,
): ReplyUseCases {
  return {
    async replyToCase(actor, ref, reply, idempotency) {
      const replied = await replyToCase(deps, actor, ref, reply, idempotency);
      return { ...replied, case: await settled(Promise.resolve(replied.case)) };
    },
    checkReply: (ref, draft) => checkReply(deps, ref, draft),
    undoSend: (actor, ref, messageId) => settled(undoSend(deps, actor, ref, messageId)),
    sendAgain: (actor, ref, messageId) => settled(sendAgain(deps, actor, ref, messageId)),
    fillTemplate: (actor, trial) => fillTemplate(deps, actor, trial),
  };
}
