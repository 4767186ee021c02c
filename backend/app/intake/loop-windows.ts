import type { Likeness } from '../../domain/mail/likeness.ts';
import { isAutomatic, type LoopLimits, loopReason, type RecentMail } from '../../domain/mail/loop-breaker.ts';
import type { MailEntry, MailSink } from '../../ports/mail-index.ts';

/** A mail that the breaker is asked about. */
interface ArrivedMail extends Pick<RecentMail, 'kind' | 'answers'> {
  mailKey: string;
  from: string | null;
  mailbox: string;
  /** Worked out only where it matters. */
  likeness: () => Likeness | null;
}

const mostPairs = 5_000;
const mostOfPair = 64;
const minuteMs = 60_000;

/**
 * What lately went between each sender and each mailbox, for the loop breaker. It is rebuilt from the log, so a restart
 * forgets nothing, and it is bounded: senders who have been quiet longest are forgotten first.
 */
export class LoopWindows implements MailSink {
  readonly #limits: () => LoopLimits;
  readonly #nowMs: () => number;
  readonly #pairs = new Map<string, (RecentMail & { mailKey: string })[]>();
  /** Moments of automatic mails, by mailbox and minute. */
  readonly #automatic = new Map<string, Map<number, number>>();

  constructor(limits: () => LoopLimits, nowMs: () => number) {
    this.#limits = limits;
    this.#nowMs = nowMs;
  }

  live(entry: MailEntry): void {
    this.#add(entry);
  }

  past(entry: MailEntry): void {
    this.#add(entry);
  }

  released(): void {}

  /** Windows are short, and nothing of them is kept. */
  erased(): void {}

  loaded(): void {}

  /** Why the mail must be held back, or null. */
  reason({ mailKey, from, mailbox, likeness, ...mail }: ArrivedMail): string | null {
    if (from === null || mail.kind === 'own_message') return null;
    const limits = this.#limits();
    const atMs = this.#nowMs();
    const sinceMs = atMs - limits.withinMinutes * minuteMs;
    const all = this.#pairs.get(pairOf(from, mailbox)) ?? [];
    const pair = all.filter((one) => one.atMs >= sinceMs && one.mailKey !== mailKey);
    const known = pair.length < limits.sameText ? null : likeness();
    return loopReason({ ...mail, atMs, likeness: known }, pair, this.#automaticSince(mailbox, sinceMs), limits);
  }

  #add({ mark: { mailKey, seen }, decidedAt }: MailEntry): void {
    const atMs = Date.parse(decidedAt);
    const sinceMs = this.#nowMs() - this.#limits().withinMinutes * minuteMs;
    if (seen.from === null || seen.kind === 'own_message' || atMs < sinceMs) return;
    const pair = pairOf(seen.from, seen.mailbox);
    const before = (this.#pairs.get(pair) ?? []).filter((one) => one.atMs >= sinceMs && one.mailKey !== mailKey);
    const { kind, answers, likeness } = seen;
    this.#pairs.delete(pair);
    this.#pairs.set(pair, [...before, { mailKey, atMs, kind, answers, likeness }].slice(-mostOfPair));
    if (isAutomatic(kind)) this.#countAutomatic(seen.mailbox, atMs, sinceMs);
    if (this.#pairs.size <= mostPairs) return;
    for (const quietest of this.#pairs.keys()) {
      this.#pairs.delete(quietest);
      return;
    }
  }

  #countAutomatic(mailbox: string, atMs: number, sinceMs: number): void {
    const minutes = this.#automatic.get(mailbox) ?? new Map<number, number>();
    this.#automatic.set(mailbox, minutes);
    const minute = Math.floor(atMs / minuteMs);
    minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
    for (const one of minutes.keys()) if ((one + 1) * minuteMs < sinceMs) minutes.delete(one);
  }

  #automaticSince(mailbox: string, sinceMs: number): number {
    let sum = 0;
    for (const [minute, count] of this.#automatic.get(mailbox) ?? []) {
      if ((minute + 1) * minuteMs >= sinceMs) sum += count;
    }
    return sum;
  }
}

function pairOf(from: string, mailbox: string): string {
  return `${from.toLowerCase()} ${mailbox}`;
}
