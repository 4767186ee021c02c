import type { Outgoing } from '../../domain/mail/outgoing.ts';
import { waitOf } from '../../domain/mail/outgoing.ts';
import type { Waiting } from '../../ports/outbox.ts';
import type { OutboxDeps } from './deps.ts';
import { sendOne } from './send-one.ts';

/** A mailbox sends a few at a time, so a long outbox need not be read far. */
const pageSize = 50;

/**
 * Sends what is due, each mailbox at its own pace, the mails of one case in their order.
 * @returns milliseconds after which something else is due, or null when the outbox is empty
 */
export async function drainOutbox(deps: OutboxDeps): Promise<number | null> {
  const survey = new Survey(deps);
  for (let shard = 0; shard < deps.outbox.shardCount; shard++) await survey.read(shard);
  const lanes = [...survey.due.values()];
  await Promise.all(lanes.map((lane) => sendInTurn(deps, lane)));
  const sent = lanes.some((lane) => lane.length > 0);
  // What could not be sent has a new time by now, and whatever stood behind it has its turn.
  return sent ? 0 : survey.nextMs;
}

async function sendInTurn(deps: OutboxDeps, lane: Waiting[]): Promise<void> {
  const held = new Set<string>();
  for (const waiting of lane) {
    const { caseId } = waiting.mail;
    if (held.has(caseId)) continue;
    if (!(await sendOne(deps, waiting))) held.add(caseId);
  }
}

/** What is due now, by mailbox, and when the next one will be. */
class Survey {
  readonly due = new Map<string, Waiting[]>();
  nextMs: number | null = null;
  readonly #deps: OutboxDeps;
  readonly #nowMs: number;
  /** Cases with a mail that has to wait: what stands behind it waits as well. */
  readonly #held = new Set<string>();

  constructor(deps: OutboxDeps) {
    this.#deps = deps;
    this.#nowMs = deps.clock.nowMs();
  }

  async read(shard: number): Promise<void> {
    let after: Outgoing | null = null;
    for (;;) {
      const page: Waiting[] = await this.#deps.outbox.page(shard, after, pageSize);
      for (const waiting of page) this.#place(waiting);
      after = page.at(-1)?.mail ?? null;
      // Further pages matter only while what was found leaves room for more.
      if (page.length < pageSize || after === null || this.#isFull(page)) return;
    }
  }

  #place(waiting: Waiting): void {
    const { caseId, mailbox } = waiting.mail;
    if (this.#held.has(caseId)) return;
    const lane = this.due.get(mailbox) ?? [];
    this.due.set(mailbox, lane);
    const wait = waitOf(waiting.mail, this.#nowMs) || this.#paceOf(mailbox, lane.length);
    if (wait === 0) {
      lane.push(waiting);
      return;
    }
    this.#held.add(caseId);
    this.nextMs = Math.min(this.nextMs ?? wait, wait);
  }

  #paceOf(mailbox: string, taken: number): number {
    const { pace } = this.#deps;
    if (taken < pace.room(mailbox, this.#nowMs)) return 0;
    return Math.max(1, pace.waitMs(mailbox, this.#nowMs));
  }

  #isFull(page: Waiting[]): boolean {
    return page.every(({ mail }) => this.#paceOf(mail.mailbox, this.due.get(mail.mailbox)?.length ?? 0) > 0);
  }
}
