import { system } from '../../domain/access/actor.ts';
import type { CaseMessage, SupportCase, Versioned } from '../../domain/case/case.ts';
import { moveToStatus, quietly } from '../../domain/case/change.ts';
import { customerConversation, lastOfCustomer } from '../../domain/case/conversation.ts';
import { queued } from '../../domain/mail/outgoing.ts';
import { type FollowUp, type FollowUpRules, followUpsOf } from '../../domain/reply/follow-up.ts';
import { WorkingHours } from '../../domain/reply/working-hours.ts';
import { nothing } from '../../domain/workflow/happening.ts';
import type { CaseTransaction } from '../../ports/case-store.ts';
import type { OpenWork } from '../../ports/open-work.ts';
import type { Timers } from '../../ports/timers.ts';
import type { OutboxDeps } from './deps.ts';
import { replySettings } from './reply-settings.ts';

export interface FollowUpDeps extends OutboxDeps {
  timers: Timers;
  /** Cases that are not closed. */
  openWork: Pick<OpenWork, 'ids' | 'loaded'>;
  /** Lets others have their turn in between. */
  pause: () => Promise<void>;
  wakeOutbox: () => void;
}

/** The rules by which the timers were set. */
export interface FollowUpPlan {
  rules: FollowUpRules | null;
  hours: WorkingHours;
  version: string;
}

export function newFollowUpPlan(): FollowUpPlan {
  return { rules: null, hours: new WorkingHours(null), version: '' };
}

const slice = 100;

/**
 * Carries out the follow-ups whose time has come. All are planned anew when the rules have changed, and once after a
 * start. @returns milliseconds until the next one, or null
 */
export async function runFollowUps(deps: FollowUpDeps, plan: FollowUpPlan): Promise<number | null> {
  // Whoever reads the open cases after a start has not come to the end; then nothing can be planned yet.
  if (!deps.openWork.loaded) return 1_000;
  await planAnew(deps, plan);
  for (;;) {
    const due = deps.timers.takeDue(deps.clock.nowMs(), slice);
    for (const { caseId } of due) await followUp(deps, plan, caseId);
    if (due.length > 0) deps.wakeOutbox();
    if (due.length < slice) break;
    await deps.pause();
  }
  const next = deps.timers.nextMs();
  return next === null ? null : Math.max(0, next - deps.clock.nowMs());
}

/** Sets the timers of a case that changed. */
export function planFollowUps(
  { timers }: Pick<FollowUpDeps, 'timers'>,
  { rules, hours }: FollowUpPlan,
  value: SupportCase,
): void {
  if (rules === null) return;
  const coming = followUpsOf(value, rules, hours);
  timers.set(
    value.id,
    coming.map(({ cause, atMs }) => ({ caseId: value.id, key: cause, atMs, happening: nothing })),
  );
}

async function planAnew(deps: FollowUpDeps, plan: FollowUpPlan): Promise<void> {
  const { etag } = await deps.settings.read('templates');
  if (plan.version === etag) return;
  const { followUps, workingHours } = await replySettings(deps);
  plan.hours = new WorkingHours(workingHours);
  plan.rules = followUps;
  plan.version = etag;
  deps.timers.clear();
  if (Object.values(followUps).every((span) => span === null)) return;
  for (const [i, caseId] of deps.openWork.ids().entries()) {
    const found = await deps.store.get(caseId);
    if (found !== undefined) planFollowUps(deps, plan, found.value);
    if (i % slice === slice - 1) await deps.pause();
  }
}

/** What is due on the case as it stands now: whatever moved it meanwhile has made the timer void. */
async function followUp(deps: FollowUpDeps, { rules, hours }: FollowUpPlan, caseId: string): Promise<void> {
  if (rules === null) return;
  await deps.store.transact(caseId, `follow-up|${caseId}|${deps.clock.now()}`, async (tx) => {
    const found = await tx.case(caseId);
    if (found === undefined) return;
    const due = followUpsOf(found.value, rules, hours).find(({ atMs }) => atMs <= deps.clock.nowMs());
    if (due !== undefined) await carryOut(deps, tx, found, due);
  });
}

const told: Record<FollowUp['kind'], string> = {
  still_working: 'The customer is told that we are still on it.',
  confirm_solved: 'The customer is asked whether it is solved.',
  closing: 'Nobody answered, so the case was closed.',
};

/** The mail, the mark that it was written, and what it does to the case: one commit, so that each happens once. */
async function carryOut(
  deps: FollowUpDeps,
  tx: CaseTransaction,
  found: Versioned<SupportCase>,
  { kind, cause, tells }: FollowUp,
): Promise<void> {
  const at = deps.clock.now();
  const { id: caseId } = found.value;
  const followedUp = [...found.value.followedUp, cause].slice(-10);
  const marked = { ...found.value, followedUp };
  const { value, changes } =
    kind === 'closing'
      ? moveToStatus(marked, 'closed', at, told.closing)
      : { value: quietly(found, { followedUp }), changes: [] };
  if (tells) writeTo(deps, tx, found.value, await tx.ownMessages(caseId), { kind, cause, at });
  tx.putCase(value);
  const event = { kind: 'case.changed' as const, caseId, at, actor: system, changes };
  tx.record({ ...event, messageId: null, mail: null, reason: told[kind] });
}

/** Only somebody we have written to before, and who could be reached, hears from us by itself. */
function writeTo(
  deps: FollowUpDeps,
  tx: CaseTransaction,
  value: SupportCase,
  conversation: CaseMessage[],
  { kind, cause, at }: Pick<FollowUp, 'kind' | 'cause'> & { at: string },
): void {
  const mailbox = value.mailbox?.toLowerCase() ?? '';
  const customer = value.customer.email.toLowerCase();
  const reached = customerConversation(conversation).some(
    ({ direction, delivery }) => direction === 'outbound' && delivery?.state !== 'failed',
  );
  const refuses = value.undeliverable.includes(customer) || deps.ourMailboxes.includes(customer);
  if (!reached || refuses || !deps.ourMailboxes.includes(mailbox)) return;
  const answers = lastOfCustomer(conversation)?.id ?? null;
  const id = deps.ids.derived('follow-up', value.id, cause);
  tx.putOutgoing(queued({ id, caseId: value.id, mailbox, kind, answers, queuedAt: at, notBefore: at, undo: null }));
}
