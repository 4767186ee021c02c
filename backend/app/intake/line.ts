import type { IncomingMail } from '../../domain/mail/mail.ts';
import type { PendingMail } from '../../ports/pending-mail.ts';
import type { IntakeDeps } from './deps.ts';

const pageSize = 200;
/** Mails held in memory at most; further ones wait in the store. */
const mostHeld = 500;

/** A mail in work. What was fetched stays with it while it waits in memory for another mail. */
export interface Work {
  pending: PendingMail;
  mail: IncomingMail | null;
  /** Whether it may still be held in memory rather than postponed in the store. */
  mayHold: boolean;
}

/**
 * What this process works on next: mails that are due, oldest first, and before them those that were held because of a
 * mail which is finished now.
 */
export class Line {
  readonly #deps: Pick<IntakeDeps, 'pending' | 'clock' | 'backlog'>;
  readonly #taken = new Map<string, PendingMail>();
  readonly #held = new Map<Work, string[]>();
  readonly #heldBy = new Map<string, Set<Work>>();
  #ready: Work[] = [];
  #read: PendingMail[] = [];
  /** Whether the store may hold due mails that were not read yet. */
  #more = true;

  constructor(deps: Pick<IntakeDeps, 'pending' | 'clock' | 'backlog'>) {
    this.#deps = deps;
  }

  /** Undefined when nothing is left to begin; what is under way may still release something. */
  async next(): Promise<Work | undefined> {
    const ready = this.#ready.shift();
    if (ready !== undefined) return ready;
    if (this.#read.length === 0 && this.#more) await this.#readMore();
    const pending = this.#read.shift();
    return pending && { pending, mail: null, mayHold: true };
  }

  /** More mails were noted. */
  grew(): void {
    this.#more = true;
  }

  /** Keeps a mail until one of `keys` is finished. False when it has to wait in the store. */
  hold(work: Work, keys: string[]): boolean {
    if (!work.mayHold || this.#held.size >= mostHeld) return false;
    this.#held.set(work, keys);
    for (const key of keys) this.#heldBy.set(key, (this.#heldBy.get(key) ?? new Set()).add(work));
    return true;
  }

  /** Something is there that others may have been held for. */
  release(keys: string[]): void {
    for (const key of keys) for (const work of this.#heldBy.get(key) ?? []) this.#letGo(work);
  }

  /** Nothing is under way any more that could release them: their last try in this run. False when none was held. */
  releaseAll(): boolean {
    const held = [...this.#held.keys()];
    for (const work of held) {
      work.mayHold = false;
      this.#letGo(work);
    }
    return held.length > 0;
  }

  /** The mail's row is gone, or says when it is due again. */
  forget(mails: PendingMail[]): void {
    for (const mail of mails) this.#taken.delete(nameOf(mail));
  }

  #letGo(work: Work): void {
    for (const key of this.#held.get(work) ?? []) {
      const others = this.#heldBy.get(key);
      others?.delete(work);
      if (others?.size === 0) this.#heldBy.delete(key);
    }
    this.#held.delete(work);
    this.#ready.push(work);
  }

  async #readMore(): Promise<void> {
    const { pending, clock, backlog } = this.#deps;
    this.#more = false;
    // Those in work are still in the store and come first there.
    const limit = pageSize + this.#taken.size;
    const due = await pending.due(clock.now(), limit);
    this.#more ||= due.length === limit;
    this.#read = due.filter((mail) => !this.#taken.has(nameOf(mail)));
    for (const mail of this.#read) this.#taken.set(nameOf(mail), mail);
    backlog.begin(this.#read, due.length === limit);
  }
}

function nameOf({ mailbox, graphId }: PendingMail): string {
  return `${mailbox}\n${graphId}`;
}
