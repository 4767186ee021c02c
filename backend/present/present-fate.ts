import { type Fate, mailSteps } from '../contracts/fates.ts';
import { becameOf } from '../domain/mail/became.ts';
import type { MailFate } from '../domain/mail/mail.ts';

export function presentFate(fate: MailFate, caseNumber: string | null): Fate {
  const { noted, steps } = fate;
  return {
    key: fate.mailKey,
    mailbox: fate.mailbox,
    internetMessageId: fate.internetMessageId,
    from: fate.from,
    subject: fate.subject,
    kind: fate.kind,
    outcome: fate.outcome,
    became: becameOf(fate.outcome, fate.kind),
    case: fate.caseId === null || caseNumber === null ? null : { id: fate.caseId, number: caseNumber },
    messageId: fate.messageId,
    taskId: fate.taskId ?? null,
    rule: fate.rule,
    reason: fate.reason,
    reasons: fate.reasons,
    signs: fate.signs ?? [],
    receivedAt: fate.receivedAt,
    decidedAt: fate.decidedAt,
    noted: noted ?? null,
    tries: fate.tries ?? 0,
    steps: steps === undefined ? [] : stepsOf({ noted: 0, routed: null, announced: null, ...steps }),
    tookMs: steps?.recorded ?? null,
    alsoSeen: (fate.alsoSeen ?? []).map(({ mailbox, at }) => ({ mailbox, at })),
    mayRetry: fate.outcome === 'parked' && fate.releasedAt === undefined,
  };
}

function stepsOf(afterMs: Record<(typeof mailSteps)[number], number | null>): Fate['steps'] {
  return mailSteps.flatMap((step) => {
    const ms = afterMs[step];
    return ms === null || (ms === 0 && step !== 'noted') ? [] : [{ step, afterMs: ms }];
  });
}
