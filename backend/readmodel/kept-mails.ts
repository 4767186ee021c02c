import type { CaseStore } from '../ports/case-store.ts';
import type { Snapshots } from '../ports/snapshots.ts';
import type { Log } from '../ports/system.ts';
import type { LogPosition } from '../ports/text-index.ts';
import { MailFollower } from './mail-follower.ts';
import { MemoryMailIndex } from './mail-index.ts';
import type { FollowedLog } from './text-feed.ts';

/** Beyond it the newest million are read from the log instead, so that the list does not grow for ever. */
const mostKept = 1_500_000;
/** Reading so many events again takes about a tenth of a second. */
const eventsPerSnapshot = 5_000;

/** The list of mails, kept up to date from the log, with a copy on disk that spares a start reading the log. */
export class KeptMails {
  readonly index = new MemoryMailIndex();
  readonly #follower: MailFollower;
  readonly #followed: FollowedLog;
  readonly #log: Log;
  readonly #snapshots: Snapshots;
  #eventsInSnapshot = Number.NEGATIVE_INFINITY;

  constructor(store: CaseStore, followed: FollowedLog, log: Log, snapshots: Snapshots) {
    this.#follower = new MailFollower(store, followed, [this.index]);
    this.#followed = followed;
    this.#log = log;
    this.#snapshots = snapshots;
  }

  /** To be called before the log is followed. */
  follow(): void {
    this.#follower.follow();
  }

  /** Resolves when every mail is known. */
  async read(): Promise<void> {
    const bytes = await this.#snapshots.read();
    const kept = bytes === undefined ? null : MemoryMailIndex.unpack(bytes);
    const positions =
      kept !== null && kept.columns.size <= mostKept && (await this.#followed.holds(kept.positions))
        ? kept.positions
        : null;
    if (kept !== null && positions !== null) {
      this.index.takeOver(kept);
      this.#eventsInSnapshot = eventsUpTo(positions);
    }
    await this.#follower.read({ positions });
    // What a start had to read in the log, the next one need not.
    if (positions === null) await this.save();
  }

  /** Writes a copy if the log has grown enough since the last one. A failure is logged: the log has everything. */
  async save(leastEvents = 1): Promise<void> {
    const positions = this.#follower.positions();
    if (positions === null) return;
    const events = eventsUpTo(positions);
    if (events - this.#eventsInSnapshot < leastEvents) return;
    try {
      await this.#snapshots.write(this.index.pack(positions));
      this.#eventsInSnapshot = events;
    } catch (error) {
      this.#log.warn('mails could not be kept on disk', { error: String(error) });
    }
  }

  /** As `save`, when reading what came since would take noticeable time. */
  async saveWhenWorthwhile(): Promise<void> {
    await this.save(eventsPerSnapshot);
  }

  stop(): void {
    this.#follower.stop();
  }
}

function eventsUpTo(positions: readonly LogPosition[]): number {
  return positions.reduce((sum, { seq }) => sum + seq, 0);
}
