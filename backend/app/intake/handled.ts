/**
 * Graph ids this process has finished lately, so that sweeps need not fetch them again. Forgetting one costs a look-up,
 * never a mail.
 */
export class Handled {
  readonly #ids = new Set<string>();
  readonly #limit: number;

  constructor(limit = 20_000) {
    this.#limit = limit;
  }

  has(graphId: string): boolean {
    return this.#ids.has(graphId);
  }

  add(graphId: string): void {
    this.#ids.add(graphId);
    if (this.#ids.size <= this.#limit) return;
    for (const oldest of this.#ids) {
      this.#ids.delete(oldest);
      return;
    }
  }
}
