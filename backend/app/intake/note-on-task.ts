import type { MailFate } from '../../domain/mail/mail.ts';
import { hears, missedContractor } from '../../domain/task/contractor.ts';
import type { Task, TaskMail } from '../../domain/task/task.ts';
import { writeTasks } from '../tasks/write-task.ts';
import type { IntakeDeps } from './deps.ts';
import type { JudgedMail } from './record-mail.ts';

type NoteDeps = Pick<IntakeDeps, 'store' | 'clock' | 'ids'>;

/**
 * Writes on the task that somebody outside wrote about it, or that they could not be reached, which the log then tells
 * people. A mail does so once, however often it is worked through; a task that is gone is left alone.
 */
export async function noteOnTask(deps: NoteDeps, judged: JudgedMail, fate: MailFate): Promise<void> {
  const { decided, actor, mailKey } = judged;
  const { task: about } = decided;
  if (about === undefined || fate.outcome !== 'joined' || !saysSomething(judged)) return;
  const key = deps.ids.derived('on-task', mailKey, about.id);
  await deps.store.transact(about.caseId, `on-task|${mailKey}`, async (tx) => {
    if ((await tx.receipt(key)) !== undefined) return;
    const was = (await tx.task(about))?.value;
    const noted = was && noteFor(was, about, judged, fate, deps.clock.now());
    if (!noted) return;
    tx.putReceipt(key, { requestHash: mailKey, caseId: about.caseId });
    const { value: is, changes } = noted;
    await writeTasks(tx, actor, is.updatedAt, about.caseId, [{ kind: 'task.changed', was, is, changes }]);
  });
}

/** Automatic replies stand on the case, but nobody needs to hear of them; nor of what one of us wrote. */
function saysSomething({ judgement: { kind }, report, byAgent }: JudgedMail): boolean {
  return report !== null || (kind === 'human' && !byAgent);
}

function noteFor(was: Task, { contractor }: TaskMail, { mail, report }: JudgedMail, fate: MailFate, at: string) {
  if (report === null) return hears(was, { messageId: fate.messageId ?? '', at: mail.receivedAt }, at);
  const failed = report.recipients.filter(({ outcome }) => outcome === 'failed');
  const unreached = failed.find(({ email }) => email === contractor) ?? failed[0];
  if (unreached === undefined || was.assignment?.to !== contractor) return null;
  return missedContractor(was, was.assignment.messageId, `It did not reach ${unreached.email}.`, at);
}
