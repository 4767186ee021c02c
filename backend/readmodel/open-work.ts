import type { SupportCase } from '../domain/case/case.ts';
import { standing } from '../domain/sla/clocks.ts';
import { endedStatuses, pausedStatuses } from '../domain/vocabulary.ts';
import type { HeldCase, OpenWork, WaitingCase } from '../ports/open-work.ts';

/** Loaded once from the columns, then kept up to date by the change feed; disposable. */
export class MemoryOpenWork implements OpenWork {
  readonly #open = new Set<string>();
  readonly #held = new Map<string, Set<string>>();
  readonly #active = new Map<string, number>();
  readonly #waiting = new Map<string, WaitingCase>();
  /** Cases that changed while the others were being loaded; null afterwards. */
  #newer: Set<string> | null = new Set();
  readonly #before = new Map<string, { assignee: string; active: boolean }>();

  get loaded(): boolean {
    return this.#newer === null;
  }

  markLoaded(): void {
    this.#newer = null;
  }

  putEarlier(value: HeldCase): void {
    if (this.#newer?.has(value.id) === false) this.#set(value);
  }

  put(value: SupportCase): void {
    this.#newer?.add(value.id);
    this.#set({ ...value, analysed: value.ai !== null, dueMs: standing(value).dueMs });
  }

  #set({ id, status, assignee, analysed, team, dueMs }: HeldCase): void {
    const ended = endedStatuses.includes(status);
    this.#forget(id);
    if (status === 'closed') this.#open.delete(id);
    else this.#open.add(id);
    if (ended) return;
    if (assignee !== null) this.#hold(id, assignee, !pausedStatuses.includes(status));
    else if (analysed) this.#waiting.set(id, { caseId: id, team, dueMs });
  }

  ids(): string[] {
    return [...this.#open];
  }

  load(agentId: string): number {
    return this.#active.get(agentId) ?? 0;
  }

  heldBy(agentId: string): string[] {
    return [...(this.#held.get(agentId) ?? [])];
  }

  waiting(): WaitingCase[] {
    return [...this.#waiting.values()].sort((a, b) => a.dueMs - b.dueMs || (a.caseId < b.caseId ? -1 : 1));
  }

  #hold(id: string, assignee: string, active: boolean): void {
    this.#before.set(id, { assignee, active });
    this.#held.set(assignee, (this.#held.get(assignee) ?? new Set()).add(id));
    if (active) this.#active.set(assignee, this.load(assignee) + 1);
  }

  #forget(id: string): void {
    this.#waiting.delete(id);
    const before = this.#before.get(id);
    if (before === undefined) return;
    this.#before.delete(id);
    this.#held.get(before.assignee)?.delete(id);
    if (before.active) this.#active.set(before.assignee, this.load(before.assignee) - 1);
  }
}
