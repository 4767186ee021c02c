import type { Actor } from '../../domain/access/actor.ts';
import type { CaseMessage, SupportCase } from '../../domain/case/case.ts';
import { customerConversation } from '../../domain/case/conversation.ts';
import { undoableOf } from '../../domain/case/reply.ts';
import { Failure } from '../../domain/failure.ts';
import { type Outgoing, queued } from '../../domain/mail/outgoing.ts';
import { ownMessageId } from '../../domain/mail/own-message-id.ts';
import { taskTokenOf } from '../../domain/mail/subject.ts';
import { placeholderValues } from '../../domain/reply/placeholder-values.ts';
import { plainHtml } from '../../domain/reply/plain-html.ts';
import { signatureFor } from '../../domain/reply/reply-settings.ts';
import { shippedTemplates } from '../../domain/reply/shipped/shipped-templates.ts';
import { chooseTemplate, type Template } from '../../domain/reply/template.ts';
import { WorkingHours } from '../../domain/reply/working-hours.ts';
import { assignmentText } from '../../domain/task/assignment-text.ts';
import { withAssignment } from '../../domain/task/contractor.ts';
import type { Assignment, Task } from '../../domain/task/task.ts';
import type { CaseTransaction } from '../../ports/case-store.ts';
import { behind } from '../replies/compose-letter.ts';
import { replySettings } from '../replies/reply-settings.ts';
import { speakerOf } from '../replies/reply-text.ts';
import type { TaskDeps } from './deps.ts';

/** Everything a mail to somebody outside is made of but the task itself, which is settled only when it is written. */
export interface Asking {
  /** Of the message that the mail is. */
  id: string;
  actor: Actor;
  mailbox: string;
  shared: CaseMessage[];
  /** What stands last in the conversation. */
  last: CaseMessage | null;
  agent: { name: string; email: string };
  template: Template;
  signature: string | null;
  /** In which times are told. */
  timeZone: string;
}

/**
 * Gets ready to ask somebody outside to do a task of this case. Only the mails that are named are passed on.
 * @returns null where there is no mailbox to write from @throws Failure `invalid` for what is no mail of the case
 */
export async function prepareAsking(
  deps: TaskDeps,
  actor: Actor,
  value: SupportCase,
  share: readonly string[],
): Promise<Asking | null> {
  const own = value.mailbox?.toLowerCase();
  const mailbox = own !== undefined && deps.ourMailboxes.includes(own) ? own : deps.ourMailboxes[0];
  if (mailbox === undefined) return null;
  const conversation = await deps.store.messages(value.mergedInto ?? value.id);
  const { templates, signatures, workingHours } = await replySettings(deps);
  return {
    id: deps.ids.derived('assignment', value.id, deps.ids.secret()),
    actor,
    mailbox,
    shared: sharedOf(conversation, share),
    last: conversation.at(-1) ?? null,
    agent: await speakerOf(deps, actor),
    template: templateFor(templates, value),
    signature: signatureFor(signatures, mailbox, actor.id)?.text ?? null,
    timeZone: new WorkingHours(workingHours).timeZone,
  };
}

function sharedOf(conversation: readonly CaseMessage[], share: readonly string[]): CaseMessage[] {
  const mails = customerConversation(conversation).filter(({ direction }) => direction !== 'note');
  return [...new Set(share)].map((id, i) => {
    const found = mails.find((mail) => mail.id === id);
    if (found !== undefined) return found;
    const faults = [{ path: `share.${i}`, message: 'is no mail of this case' }];
    throw new Failure('invalid', 'Only mails of the case can be passed on.', { faults });
  });
}

/** Templates that an administrator wrote before there were tasks for others do not speak of them. */
function templateFor(templates: readonly Template[], value: SupportCase): Template {
  const { language, complaint, sentiment, category } = value;
  const now = { language, complaint, sentiment, category, hours: 'inside' as const };
  const found = chooseTemplate(templates, 'assignment', now) ?? chooseTemplate(shippedTemplates(), 'assignment', now);
  if (found === undefined) throw new Error('There is no template for tasks of somebody outside.');
  return found;
}

/**
 * Puts the mail into the conversation and the outbox, in the commit that gives the task away. It can be taken back for a
 * while, like a reply. @returns the task as it is written
 */
export function ask(deps: TaskDeps, tx: CaseTransaction, asking: Asking, task: Task, value: SupportCase): Task {
  const { id, actor, mailbox, last } = asking;
  const caseId = value.id;
  const at = behind(last, deps.clock.now());
  const to = task.ownerEmail?.toLowerCase() ?? '';
  const about = { id: task.id, caseId, contractor: to };
  const sendAt = new Date(deps.clock.nowMs() + deps.undoMs).toISOString();
  tx.addMessage({ ...messageOf(asking, task, value, at, sendAt), task: about });
  const undo = { before: undoableOf(value), after: undoableOf(value) };
  const mail = { id, caseId, mailbox, kind: 'reply' as const, answers: null, task: about, undo };
  tx.putOutgoing(queued({ ...mail, queuedAt: at, notBefore: sendAt }));
  tx.record({ kind: 'message.added', caseId, at, actor, changes: [], messageId: id, mail: null, reason: null });
  return withAssignment(task, { messageId: id, to, at, by: actor.id, error: null });
}

function messageOf(asking: Asking, task: Task, value: SupportCase, at: string, sendAt: string): CaseMessage {
  const { id, mailbox, agent } = asking;
  const email = task.ownerEmail?.toLowerCase() ?? '';
  const text = textOf(asking, task, value);
  return {
    id,
    caseId: value.id,
    direction: 'outbound',
    from: { email: mailbox, name: agent.name },
    to: [{ email, name: email }],
    cc: [],
    subject: `${task.title} ${taskTokenOf(task)}`,
    visibleText: text,
    hasQuoted: false,
    safeHtml: plainHtml(text),
    at,
    attachments: [],
    internetMessageId: ownMessageId({ id, caseId: value.id }, mailbox),
    graph: null,
    automatic: false,
    threadedBy: { rule: 'sent_from_case', why: `${agent.name} gave the task to ${email}.` },
    delivery: { state: 'queued', at, sendAt, attempts: 0, error: null },
  };
}

function textOf({ template, agent, shared, signature, timeZone }: Asking, task: Task, value: SupportCase): string {
  const language = template.language ?? (value.language === 'und' ? 'en' : value.language);
  const moment = { nowMs: Date.parse(task.updatedAt), timeZone, backAt: null };
  const values = placeholderValues(value, language, { agent, team: value.team }, moment, task);
  return assignmentText(template.text, values, shared, signature);
}

/** Takes the mail back when nobody has begun to send it. @returns whether it did */
export async function takeBack(
  tx: CaseTransaction,
  actor: Actor,
  at: string,
  { caseId, assignment }: Pick<Task, 'caseId' | 'assignment'>,
): Promise<boolean> {
  if (caseId === null || assignment === null) return false;
  const name = nameOf(assignment, caseId);
  const mail = await tx.outgoing(name);
  if (mail === undefined || mail.claim !== null || mail.state !== 'queued') return false;
  const { messageId } = assignment;
  tx.removeOutgoing(name);
  tx.removeMessage({ caseId, at: assignment.at, id: messageId });
  tx.record({ kind: 'message.withdrawn', caseId, at, actor, changes: [], messageId, mail: null, reason: null });
  return true;
}

function nameOf({ messageId, at }: Assignment, caseId: string): Pick<Outgoing, 'id' | 'caseId' | 'queuedAt'> {
  return { id: messageId, caseId, queuedAt: at };
}
