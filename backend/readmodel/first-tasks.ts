import { type Held, never } from './held-task.ts';

/** Where a task stands in a list. */
export type Place = [key: string, id: string];

/** The first tasks of a list behind a place, found without putting all others in order. */
export class FirstTasks {
  readonly places: { key: string; held: Held }[] = [];
  readonly #most: number;
  readonly #descending: boolean;
  readonly #after: Place | null;

  constructor(most: number, descending: boolean, after: Place | null) {
    this.#most = most;
    this.#descending = descending;
    this.#after = after;
  }

  offer(key: string, held: Held): void {
    const { id } = held.item.value;
    if (this.#after !== null && !this.#isBefore(this.#after[0], this.#after[1], key, id)) return;
    const worst = this.places.length < this.#most ? undefined : this.places.at(-1);
    if (worst !== undefined && !this.#isBefore(key, id, worst.key, worst.held.item.value.id)) return;
    this.places.splice(this.#placeOf(key, id), 0, { key, held });
    if (this.places.length > this.#most) this.places.pop();
  }

  #placeOf(key: string, id: string): number {
    let low = 0;
    for (let high = this.places.length; low < high; ) {
      const middle = (low + high) >>> 1;
      const there = this.places[middle] as (typeof this.places)[number];
      if (this.#isBefore(key, id, there.key, there.held.item.value.id)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Ties are broken by id, so that pages never overlap; what has no due date comes last in either direction. */
  #isBefore(key: string, id: string, otherKey: string, otherId: string): boolean {
    if (key === otherKey) return id < otherId;
    if (key === never || otherKey === never) return otherKey === never;
    return key < otherKey !== this.#descending;
  }
}
