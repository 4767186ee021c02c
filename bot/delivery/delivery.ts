import { type Failure, isFailure } from '../../backend/domain/failure.ts';
import {
  type Conversation,
  type Conversations,
  type Errand,
  type PostedCard,
  slotOf,
} from '../../backend/ports/conversations.ts';
import type { Clock, Log } from '../../backend/ports/system.ts';
import { draw } from './draw.ts';
import type { DrawDeps } from './draw-deps.ts';
import { errandAt, errandDueMs } from './errand-order.ts';
import { marked } from './posted-twice.ts';
import type { Sender } from './sender.ts';
import { hashOf } from './shown.ts';

export interface DeliveryDeps extends DrawDeps {
  conversations: Conversations;
  sender: Sender;
  clock: Clock;
  log: Log;
  /** Asks for `deliver` to be called soon. */
  wake: () => void;
  /** A card for a person could not be brought and never will: they are to be told another way. Safe to repeat. */
  undeliverable: (errand: Errand) => Promise<void>;
}

export interface Delivery {
  /** Durable once it resolves. A card that waits already is not noted twice: it shows what is true when it leaves. */
  enqueue(errand: Omit<Errand, 'order'>): Promise<void>;
  /**
   * Begins to bring what waits, each place for itself and in order. @returns milliseconds after which it should be called
   * again, or null
   */
  deliver(): Promise<number | null>;
  /** Resolves once nothing is under way. */
  settled(): Promise<void>;
}

/** Other processes may note errands as well; what they noted is read after so long. */
const rereadMs = 5_000;
const firstRetryMs = 1_000;
const longestRetryMs = 60_000;

interface Line {
  errands: Errand[];
  underWay: Promise<void> | null;
  notBeforeMs: number;
  failures: number;
}

/**
 * Brings cards to Teams. Each place has a line of its own: what was wanted first leaves first, and a place that slows us
 * down, or is away, holds up no other. What waits is stored, and drawn only when it leaves. A process that dies between
 * Teams' answer and its note of it brings that one card again; see `posted-twice.ts` for how it goes.
 */
export class CardDelivery implements Delivery {
  readonly #deps: DeliveryDeps;
  readonly #lines = new Map<string, Line>();
  readonly #known = new Set<string>();
  #readAtMs = Number.NEGATIVE_INFINITY;

  constructor(deps: DeliveryDeps) {
    this.#deps = deps;
  }

  async enqueue(wanted: Omit<Errand, 'order'>): Promise<void> {
    if (this.#waits(wanted)) return;
    const errand: Errand = { ...wanted, order: errandAt(this.#deps.clock.nowMs()) };
    await this.#deps.conversations.putErrand(errand);
    this.#take(errand);
    this.#deps.wake();
  }

  /** One that is under way may have been drawn before the change, so it does not count. */
  #waits({ conversationId, caseId, fact }: Omit<Errand, 'order'>): boolean {
    const line = this.#lines.get(conversationId);
    const waiting = line?.errands.slice(line.underWay === null ? 0 : 1) ?? [];
    const now = this.#deps.clock.nowMs();
    return waiting.some(
      (one) => one.caseId === caseId && slotOf(one.fact) === slotOf(fact) && errandDueMs(one.order) <= now,
    );
  }

  #take(errand: Errand): void {
    if (this.#known.has(errand.order)) return;
    this.#known.add(errand.order);
    // Begun by a process that is no more: nobody can ask Teams whether it came.
    if (errand.begun === true)
      this.#deps.log.warn('a card may stand twice', { conversationId: errand.conversationId, caseId: errand.caseId });
    const line = this.#lineOf(errand.conversationId);
    line.errands.push(errand);
    const previous = line.errands.at(-2);
    if (previous !== undefined && previous.order > errand.order)
      line.errands.sort((a, b) => (a.order < b.order ? -1 : 1));
  }

  #lineOf(conversationId: string): Line {
    const line = this.#lines.get(conversationId) ?? { errands: [], underWay: null, notBeforeMs: 0, failures: 0 };
    this.#lines.set(conversationId, line);
    return line;
  }

  async deliver(): Promise<number | null> {
    const now = this.#deps.clock.nowMs();
    if (now - this.#readAtMs >= rereadMs || now < this.#readAtMs) {
      this.#readAtMs = now;
      for (const errand of await this.#deps.conversations.errands()) this.#take(errand);
    }
    let soonest: number | null = null;
    for (const [conversationId, line] of this.#lines) {
      if (line.underWay !== null) continue;
      const wait = this.#waitOf(line);
      if (wait === null) this.#lines.delete(conversationId);
      else if (wait <= 0) this.#begin(conversationId, line);
      else soonest = Math.min(soonest ?? wait, wait);
    }
    return soonest;
  }

  /** Milliseconds until the line may go on; null when it is empty. */
  #waitOf({ errands, notBeforeMs }: Line): number | null {
    const [first] = errands;
    if (first === undefined) return null;
    return Math.max(notBeforeMs, errandDueMs(first.order)) - this.#deps.clock.nowMs();
  }

  #begin(conversationId: string, line: Line): void {
    const work = this.#work(conversationId, line).catch((error: unknown) => {
      this.#deps.log.error('card delivery failed', { conversationId, error: String(error) });
      this.#pause(line, firstRetryMs);
    });
    line.underWay = work.then(() => {
      line.underWay = null;
      if (line.errands.length > 0) this.#deps.wake();
    });
  }

  /** Goes on until the line is empty or has to wait. */
  async #work(conversationId: string, line: Line): Promise<void> {
    for (;;) {
      const [errand] = line.errands;
      if (errand === undefined || (this.#waitOf(line) ?? 1) > 0) return;
      const place = await this.#deps.conversations.get(conversationId);
      if (place === undefined) return this.#giveUp(line);
      try {
        await this.#bring(place, errand);
        line.failures = 0;
      } catch (error) {
        if (!isFailure(error)) throw error;
        const goesOn = await this.#meet(place, line, errand, error);
        if (!goesOn) return;
      }
      await this.#finish(line, errand);
    }
  }

  async #bring(place: Conversation, errand: Errand): Promise<void> {
    const { conversations, sender } = this.#deps;
    const { caseId, fact, anew } = errand;
    const slot = slotOf(fact);
    const standing = (await conversations.cards(caseId)).find(
      (card) => card.kind === slot && card.conversationId === place.id,
    );
    if (anew === true && (standing?.snoozed ?? null) === null) return;
    const drawn = await draw(
      this.#deps,
      fact,
      caseId,
      anew === true && standing !== undefined ? { ...standing, snoozed: null } : standing,
    );
    if (drawn === null) return;
    const shown = hashOf(drawn);
    if (standing?.shown === shown && anew !== true) return;
    const activityId = await this.#write(place, standing, marked(drawn, slot), errand);
    const card: PostedCard = { kind: slot, caseId, conversationId: place.id, activityId, shown, fact };
    const keepsStill = standing?.snoozed != null && anew !== true;
    await conversations.putCard(keepsStill ? { ...card, snoozed: standing?.snoozed ?? null } : card);
    if (anew === true && standing !== undefined) await sender.remove(place, standing.activityId).catch(ignoreFailure);
  }

  /** Updates the card that stands; where somebody deleted it, there is none, or it is to stand last, posts it. */
  async #write(
    place: Conversation,
    standing: PostedCard | undefined,
    card: Parameters<Sender['post']>[1],
    errand: Errand,
  ): Promise<string> {
    const { sender } = this.#deps;
    if (standing === undefined || errand.anew === true) return this.#post(place, card, errand);
    try {
      await sender.update(place, standing.activityId, card);
      return standing.activityId;
    } catch (error) {
      if (!isFailure(error, 'not-found')) throw error;
      return this.#post(place, card, errand);
    }
  }

  async #post(place: Conversation, card: Parameters<Sender['post']>[1], errand: Errand): Promise<string> {
    if (errand.begun !== true) {
      errand.begun = true;
      await this.#deps.conversations.putErrand(errand);
    }
    return this.#deps.sender.post(place, card);
  }

  /** @returns whether the errand is done with and the line goes on */
  async #meet(place: Conversation, line: Line, errand: Errand, failure: Failure): Promise<boolean> {
    const { log } = this.#deps;
    const fields = { conversationId: place.id, caseId: errand.caseId, code: failure.code };
    switch (failure.code) {
      case 'throttled':
        this.#pause(line, (failure.retryAfterSeconds ?? 5) * 1000);
        return false;
      case 'forbidden':
      case 'not-found':
        log.warn('conversation is gone and was forgotten', fields);
        await this.#deps.conversations.remove(place.id);
        await this.#giveUp(line);
        return false;
      case 'unavailable':
        line.failures += 1;
        log.warn('a place does not answer', { ...fields, failures: line.failures });
        this.#pause(line, Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(line.failures - 1, 10)));
        return false;
      default:
        // Sending the same again would be refused again.
        log.error('card was refused', { ...fields, error: failure.message });
        return true;
    }
  }

  #pause(line: Line, ms: number): void {
    line.notBeforeMs = this.#deps.clock.nowMs() + ms;
  }

  /** Nothing can be brought there any more; people are told another way. */
  async #giveUp(line: Line): Promise<void> {
    for (const errand of [...line.errands]) {
      if (errand.fallback !== undefined) await this.#deps.undeliverable(errand);
      await this.#finish(line, errand);
    }
  }

  async #finish(line: Line, errand: Errand): Promise<void> {
    await this.#deps.conversations.removeErrand(errand.order);
    line.errands = line.errands.filter((one) => one !== errand);
    this.#known.delete(errand.order);
  }

  async settled(): Promise<void> {
    await Promise.all([...this.#lines.values()].map(({ underWay }) => underWay));
  }
}

function ignoreFailure(error: unknown): void {
  if (!isFailure(error)) throw error;
}
