import type { CaseNumbers, CaseStore } from '../ports/case-store.ts';
import type { MailDecisions } from '../ports/mail-decisions.ts';
import type { SeedArguments } from './arguments.ts';
import { mailOf180Days } from './calendar.ts';
import { createDice } from './dice.ts';
import { messageCounts } from './likelihoods.ts';
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
const atOnce = 1_024;

/** Begins every operation that made something up, so that the log tells it from what happened. */
export const seedOperation = 'made-up|';

/** Makes cases up and writes them, oldest first, keeping `written` up to date. */
export async function writeCases(deps: WriteDeps, wanted: SeedArguments, written: Written): Promise<void> {
  const { cases, mails } = wanted;
  const createdAt = mailOf180Days(deps.nowMs);
  const messagesOf = messageCounts(createDice(cases), cases, mails);
  let next = 0;
  async function work(): Promise<void> {
    for (let index = next++; index < cases; index = next++) {
      const messages = messagesOf(index);
      const createdMs = createdAt((index + 0.5) / cases);
      const made = makeCase(deps, { number: await deps.numbers.next(), createdMs, messages });
      await write(deps, made);
      written.cases += 1;
      written.messages += messages;
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, cases) }, work));
}

/** In the order of intake: decisions, then everything else in one commit. */
async function write({ store, decisions }: WriteDeps, { life, conversationKey }: MadeUpCase): Promise<void> {
  const caseId = life.value.id;
  await Promise.all(
    life.mails.map(({ mailKey, messageId }) => decisions.decideMail(mailKey, { caseId, messageId, awaited: false })),
  );
  if (conversationKey !== null) await decisions.decideConversation(conversationKey, caseId);
  await store.transact(caseId, `${seedOperation}${caseId}`, async (tx) => {
    tx.putCase(life.value);
    for (const message of life.messages) tx.addMessage(message);
    for (const fate of life.fates) tx.putFate(fate);
    for (const event of life.events) tx.record(event);
  });
}
