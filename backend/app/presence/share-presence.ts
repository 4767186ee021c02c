import type { PresenceBoard } from '../../ports/presence-board.ts';
import type { Clock } from '../../ports/system.ts';
import type { PresenceBook } from './presence-book.ts';

/** What is said on the board holds for three times as long. */
const sayAgainMs = 20_000;

export interface PresenceDeps {
  book: PresenceBook;
  clock: Clock;
  /** Null where this process is the only one on its store. */
  board: PresenceBoard | null;
}

/** One round: whoever was not heard of in time is gone, and other processes hear of who is here. */
export function newPresenceRound({ book, clock, board }: PresenceDeps): () => Promise<void> {
  let saidChanges = 0;
  let saidMs = 0;
  return async () => {
    const now = clock.nowMs();
    book.expire(now);
    if (board === null) return;
    const here = book.here();
    const changed = book.changes !== saidChanges;
    if (changed || (here.length > 0 && now - saidMs >= sayAgainMs)) {
      saidChanges = book.changes;
      saidMs = now;
      await board.say(here);
    }
    book.setElsewhere(await board.others());
  };
}
