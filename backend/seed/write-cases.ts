import type { CaseNumbers, CaseStore } from '../ports/case-store.ts';
import type { MailDecision, MailDecisions } from '../ports/mail-decisions.ts';
import type { SeedArguments } from './arguments.ts';
import { casePlans } from './case-plans.ts';
import { type CaseWorld, type MadeUpCase, makeCase } from './made-up-case.ts';

export interface WriteDeps extends CaseWorld {
  store: CaseStore;
  decisions: MailDecisions;
  numbers: CaseNumbers;
}

export interface Written {
  cases: number;
  messages: number;
}

/** Enough to keep every shard's next group full while the last one is being made durable. */
const usualAtOnce = 1_024;

/** Begins every operation that made something up, so that the log tells it from what happened. */
export const seedOperation = 'made-up|';

/** Makes cases up and writes them, oldest first, keeping `written` up to date. */
export async function writeCases(
  deps: WriteDeps,
  wanted: SeedArguments,
  written: Written,
  atOnce = usualAtOnce,
): Promise<void> {
  const planOf = casePlans(wanted, deps.nowMs);
  let next = 0;
  async function work(): Promise<void> {
    for (let index = next++; index < wanted.cases; index = next++) {
      const plan = { ...planOf(index), number: await deps.numbers.next() };
      await write(deps, makeCase(deps, plan));
      written.cases += 1;
      written.messages += plan.messages;
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, wanted.cases) }, work));
}

export function decisionOf(caseId: string, messageId: string): MailDecision {
  return { caseId, messageId, awaited: false };
}

/** In the order of intake: decisions, then everything else in one commit. */
async function write({ store, decisions }: WriteDeps, { written, mails, conversationKey }: MadeUpCase): Promise<void> {
  const { opening, value, messages, fates, receipts, events } = written;
  await Promise.all(
    mails.map(({ mailKey, messageId }) => decisions.decideMail(mailKey, decisionOf(value.id, messageId))),
  );
  if (conversationKey !== null) await decisions.decideConversation(conversationKey, value.id);
  await store.transact(value.id, seedOperation + value.number, async (tx) => {
    // The first entry says what the case began with.
    tx.putCase(opening);
    for (const event of events.slice(0, 1)) tx.record(event);
    tx.putCase(value);
    for (const message of messages) tx.addMessage(message);
    for (const fate of fates) tx.putFate(fate);
    for (const [key, receipt] of receipts) tx.putReceipt(key, receipt);
    for (const event of events.slice(1)) tx.record(event);
  });
}
