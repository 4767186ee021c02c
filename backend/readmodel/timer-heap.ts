import type { Timer, Timers } from '../ports/timers.ts';

interface Entry {
  timer: Timer;
  /** Of the case's timers; an entry of an earlier one is void. */
  version: number;
}

/** A binary heap, so that finding what is due costs nothing while nothing is. Void entries leave when they come up. */
export class TimerHeap implements Timers {
  #heap: Entry[] = [];
  #versions = new Map<string, number>();
  #version = 0;

  set(caseId: string, timers: Timer[]): void {
    this.#version += 1;
    if (timers.length === 0) this.#versions.delete(caseId);
    else this.#versions.set(caseId, this.#version);
    for (const timer of timers) this.#push({ timer, version: this.#version });
  }

  takeDue(nowMs: number, limit: number): Timer[] {
    const due: Timer[] = [];
    for (let first = this.#first(); first !== undefined && due.length < limit; first = this.#first()) {
      if (first.timer.atMs > nowMs) break;
      this.#pop();
      due.push(first.timer);
    }
    return due;
  }

  nextMs(): number | null {
    return this.#first()?.timer.atMs ?? null;
  }

  clear(): void {
    this.#heap = [];
    this.#versions.clear();
  }

  #first(): Entry | undefined {
    for (let first = this.#heap[0]; first !== undefined; first = this.#heap[0]) {
      if (this.#versions.get(first.timer.caseId) === first.version) return first;
      this.#pop();
    }
    return undefined;
  }

  #push(entry: Entry): void {
    const heap = this.#heap;
    let at = heap.push(entry) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#swapIfEarlier(at, parent)) return;
      at = parent;
    }
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    heap[0] = last;
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const smaller = this.#at(right) < this.#at(left) ? right : left;
      if (!this.#swapIfEarlier(smaller, at)) return;
      at = smaller;
    }
  }

  #at(index: number): number {
    return this.#heap[index]?.timer.atMs ?? Number.POSITIVE_INFINITY;
  }

  /** Swaps the entry with one nearer to the top when it is due before it. */
  #swapIfEarlier(index: number, upper: number): boolean {
    const [entry, above] = [this.#heap[index], this.#heap[upper]];
    if (entry === undefined || above === undefined || entry.timer.atMs >= above.timer.atMs) return false;
    this.#heap[upper] = entry;
    this.#heap[index] = above;
    return true;
  }
}
