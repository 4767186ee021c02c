import { system } from '../../domain/access/actor.ts';
import type { CaseMessage, SupportCase, Versioned } from '../../domain/case/case.ts';
import { quietly } from '../../domain/case/change.ts';
import { customerConversation } from '../../domain/case/conversation.ts';
import { withStep } from '../../domain/mail/later-step.ts';
import type { Instant } from '../../domain/mail/mail.ts';
import { caseObject } from '../../domain/workflow/case-object.ts';
import type { Happening } from '../../domain/workflow/happening.ts';
import { type Firing, matching, type RuleBook, runRules, sentenceOf } from '../../domain/workflow/run-rules.ts';
import type { CaseTransaction } from '../../ports/case-store.ts';
import type { WorkflowDeps } from './deps.ts';
import { lastAgentOf, type Roster, rosterChoice } from './roster.ts';
import { writeApplied } from './write-applied.ts';

/** One occasion on which rules may fire on a case. */
export interface FireRequest {
  caseId: string;
  happening: Happening;
  /** Names the occasion: rules fire once on it. */
  key: string;
  /** Of the chain that led here: 0 unless a rule did. */
  depth: number;
  /** The customer's message it is about; their newest one otherwise. */
  messageId: string | null;
  /** The mail that it came with, so that its fate can tell of the rules. */
  mailKey?: string;
}

/** A chain of rules that set one another off ends here. */
export const deepestChain = 5;

/**
 * Runs the rules on one occasion and commits what they did, each firing an entry of the case's history. Doing it again
 * for the same occasion does nothing, whoever does it and after whatever crash.
 * @returns the rules that fired now
 */
export async function fireRules(
  deps: WorkflowDeps,
  book: RuleBook,
  roster: Roster,
  request: FireRequest,
): Promise<Firing[]> {
  const { caseId, happening, key } = request;
  if (matching(book, happening).length === 0) return [];
  const found = await deps.store.get(caseId);
  // What was merged into another case goes on there.
  if (found === undefined || found.value.mergedInto !== null) return [];
  const message = book.readsMail || sendsMail(book) ? await messageOf(deps, request) : null;
  const at = deps.clock.now();
  const lastAgent = choosesAgents(book) ? await lastAgentOf(deps, found.value) : null;
  const asObject = (one: SupportCase) => caseObject(one, message, Date.parse(at));
  const context = { at, asObject, choose: rosterChoice(roster, lastAgent) };
  const run = (value: SupportCase) => runRules(book, value, { happening, asObject, nowMs: Date.parse(at) }, context);
  // Most occasions set nothing off, which is seen without a transaction.
  if (run(found.value).length === 0) return [];
  const mailKey = request.mailKey ?? (happening.created ? await openedBy(deps, caseId) : undefined);
  return deps.store.transact(caseId, `rules|${key}`, async (tx) => {
    if ((await tx.receipt(key)) !== undefined) return [];
    const current = await tx.case(caseId);
    if (current === undefined) return [];
    const firings = run(current.value);
    if (firings.length === 0) return [];
    tx.putReceipt(key, { requestHash: key, caseId });
    if (request.depth >= deepestChain) recordStop(tx, firings, request, at);
    else recordFirings(deps, tx, firings, request, current, message, at);
    await noteRouted(tx, mailKey, at);
    return request.depth >= deepestChain ? [] : firings;
  });
}

/** The mail that opened the case: rules on new cases wait for the analyst, whose entry names no mail. */
async function openedBy({ store }: WorkflowDeps, caseId: string): Promise<string | undefined> {
  return (await store.history(caseId))[0]?.mail?.mailKey;
}

async function noteRouted(tx: CaseTransaction, mailKey: string | undefined, at: Instant): Promise<void> {
  const fate = mailKey === undefined ? undefined : await tx.fate(mailKey);
  const told = fate && withStep(fate, 'routed', at);
  if (told) tx.amendFate(told);
}

function sendsMail({ rules }: RuleBook): boolean {
  return rules.some((rule) => rule.do.some(({ kind }) => kind === 'send_mail'));
}

function choosesAgents({ rules }: RuleBook): boolean {
  return rules.some((rule) => rule.do.some((action) => action.kind === 'assign' && action.to === 'automatic'));
}

async function messageOf(deps: WorkflowDeps, { caseId, messageId }: FireRequest): Promise<CaseMessage | null> {
  const messages = customerConversation(await deps.store.messages(caseId));
  const inbound = messages.filter(({ direction }) => direction === 'inbound');
  return inbound.find(({ id }) => id === messageId) ?? inbound.at(-1) ?? null;
}

function recordFirings(
  deps: WorkflowDeps,
  tx: CaseTransaction,
  firings: Firing[],
  { caseId, key, depth, happening }: FireRequest,
  before: Versioned<SupportCase>,
  message: CaseMessage | null,
  at: Instant,
): void {
  let value = firings.at(-1)?.value ?? before.value;
  for (const [i, firing] of firings.entries()) {
    const { rule, changes, effects } = firing;
    const author = `Rule “${rule.name}”`;
    const note = writeApplied(deps, tx, value, firing, { id: `${key}|${i}`, author, at, answers: message });
    if (note !== null) value = { ...value, messageCount: value.messageCount + 1 };
    const automation = { kind: 'rule' as const, id: rule.id, name: rule.name, depth: depth + 1, effects };
    const reason = sentenceOf(firing);
    tx.record({
      kind: 'case.changed',
      caseId,
      at,
      actor: system,
      changes,
      messageId: note?.id ?? null,
      mail: null,
      reason,
      automation,
    });
  }
  const after = { ...value, updatedAt: at };
  // What rules do as a case is opened is part of the opening: whoever saw it before may still change it.
  const quiet = happening.created || firings.every(({ changes }) => changes.length === 0);
  tx.putCase(quiet ? quietly({ value: { ...after, quietFrom: before.value.quietFrom }, etag: before.etag }) : after);
}

/** Says in the history that a chain was cut. Nothing else changes, so nothing follows from it. */
function recordStop(tx: CaseTransaction, [first]: Firing[], { caseId, depth }: FireRequest, at: Instant): void {
  if (first === undefined) return;
  const { id, name } = first.rule;
  tx.record({
    kind: 'case.changed',
    caseId,
    at,
    actor: system,
    changes: [],
    messageId: null,
    mail: null,
    reason: `Rules stopped: ${depth} of them have set one another off, and “${name}” would be next.`,
    automation: { kind: 'rule', id, name, depth: depth + 1, effects: [] },
  });
}
