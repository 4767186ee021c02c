const kept = 100;

/** Answers of a language model by everything that was asked, so that the same is paid for once. */
export class AnswerMemory<T> {
  readonly #answers = new Map<string, T>();

  get(asked: unknown[]): T | undefined {
    return this.#answers.get(JSON.stringify(asked));
  }

  set(asked: unknown[], answer: T): void {
    this.#answers.set(JSON.stringify(asked), answer);
    const oldest = this.#answers.keys().next().value;
    if (this.#answers.size > kept && oldest !== undefined) this.#answers.delete(oldest);
  }
}
