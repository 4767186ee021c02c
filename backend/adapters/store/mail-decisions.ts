import type { TaskMail } from '../../domain/task/task.ts';
import type { MailDecision, MailDecisions } from '../../ports/mail-decisions.ts';
import type { Partition, Row, RowValue, TableBackend } from '../../ports/table-backend.ts';
import { Attempts } from './attempts.ts';
import { tenantPartition } from './keys.ts';
import { firstWriter, writeOver } from './simple-rows.ts';

/** Rows of decisions, in the partition that the key begins with. */
export const decisionRows = {
  mail: (key: string) => `mid|${key}`,
  conversation: (key: string) => `conv|${key}`,
  partition: (tenant: string, key: string) => tenantPartition('link', tenant, key.slice(0, 2)),
} as const;

/** Decisions in table `link`, spread over 256 partitions by the beginning of the hash. */
export class TableMailDecisions implements MailDecisions {
  readonly #backend: TableBackend;
  readonly #tenant: string;

  constructor(backend: TableBackend, tenant = 'local') {
    this.#backend = backend;
    this.#tenant = tenant;
  }

  async decideMail(mailKey: string, decision: MailDecision, overrule?: MailDecision): Promise<MailDecision> {
    const partition = this.#partition(mailKey);
    const row = decisionRows.mail(mailKey);
    const attempts = new Attempts();
    // Whoever overrules nothing has seen nothing: most often it is the first, and a read would tell no more.
    for (let blind = overrule === undefined; ; blind = false) {
      const present = blind ? undefined : await this.#backend.get(partition, row);
      if (present !== undefined && !mayOverrule(present, decision, overrule)) return toDecision(present.value);
      const result = await this.#backend.commit(partition, [writeOver(present, row, { ...decision })]);
      if (result.kind === 'committed') return decision;
      if (result.kind === 'unknown') await attempts.afterUnknown(result.cause);
      else if (!blind) await attempts.afterConflict();
    }
  }

  async redirectMail(mailKey: string, caseId: string): Promise<void> {
    const partition = this.#partition(mailKey);
    const row = decisionRows.mail(mailKey);
    const attempts = new Attempts();
    for (;;) {
      const present = await this.#backend.get(partition, row);
      if (present === undefined || present.value.caseId === caseId) return;
      const result = await this.#backend.commit(partition, [writeOver(present, row, { ...present.value, caseId })]);
      if (result.kind === 'committed') return;
      if (result.kind === 'unknown') await attempts.afterUnknown(result.cause);
      else await attempts.afterConflict();
    }
  }

  async mail(mailKey: string): Promise<MailDecision | undefined> {
    const present = await this.#backend.get(this.#partition(mailKey), decisionRows.mail(mailKey));
    return present && toDecision(present.value);
  }

  async decideConversation(conversationKey: string, caseId: string): Promise<string> {
    const partition = this.#partition(conversationKey);
    const row = decisionRows.conversation(conversationKey);
    // Whoever decides has looked and seen nothing, so the write most often succeeds.
    const result = await this.#backend.commit(partition, [{ kind: 'create', row, value: { caseId } }]);
    if (result.kind === 'committed') return caseId;
    return toCaseId(await firstWriter(this.#backend, partition, row, { caseId }));
  }

  async conversation(conversationKey: string): Promise<string | undefined> {
    const present = await this.#backend.get(
      this.#partition(conversationKey),
      decisionRows.conversation(conversationKey),
    );
    return present && toCaseId(present.value);
  }

  #partition(key: string): Partition {
    return decisionRows.partition(this.#tenant, key);
  }
}

/** The mail itself overrules what a reply assumed for it, provided that it has seen that very assumption. */
function mayOverrule(present: Row, decision: MailDecision, overrule: MailDecision | undefined): boolean {
  const held = toDecision(present.value);
  if (held.parked) return overrule?.parked === true;
  return held.awaited && !decision.awaited && overrule?.awaited === true && overrule.caseId === held.caseId;
}

function toDecision(value: RowValue): MailDecision {
  return {
    caseId: value.caseId === null ? null : toCaseId(value),
    messageId: String(value.messageId),
    awaited: value.awaited === true,
    ...(value.parked === true && { parked: true }),
    ...(value.task !== undefined && { task: value.task as unknown as TaskMail }),
  };
}

function toCaseId(value: RowValue): string {
  return String(value.caseId);
}
