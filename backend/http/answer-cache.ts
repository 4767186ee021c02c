import type { ShownCase } from '../ports/case-bytes.ts';
import type { Viewer } from '../present/present-case.ts';
import { JsonBytes } from './json-bytes.ts';
import type { RenderedCases } from './rendered-cases.ts';

/** Clocks go on without anything being written, so no answer is given for longer than this. */
const longestMs = 1_000;
/** For two seconds together. */
const mostBytes = 16 * 1024 * 1024;

/** What is kept of answers that were given, so that they need not be worked out again. */
export interface KeptAnswers {
  rendered: RenderedCases;
  answers: AnswerCache;
  /** A case by number or id, never older than what was acknowledged. @throws Failure `not-found` */
  show: (ref: string, viewer: Viewer) => Promise<ShownCase>;
}

interface Kept {
  bytes: JsonBytes;
  version: number;
  untilMs: number;
}

/** What was asked for in one second. */
class Second {
  readonly kept = new Map<string, Kept>();
  readonly asked = new Set<string>();
  bytes = 0;
}

/**
 * Whole answers that were asked for twice, given again while nothing has been written since and they are hardly a second
 * old. Many people look at the same lists, and pages ask again on every sign of life; what is asked once is not worth
 * the memory.
 */
export class AnswerCache {
  hits = 0;
  misses = 0;
  readonly mostBytes = mostBytes;
  readonly #version: () => number;
  #present = new Second();
  #last = new Second();
  #endsMs = 0;

  /** @param version changes whenever anything was written */
  constructor(version: () => number) {
    this.#version = version;
  }

  get bytes(): number {
    return this.#present.bytes + this.#last.bytes;
  }

  /** @param key everything the answer depends on but time and what was written */
  async answer(key: string, nowMs: number, make: () => Promise<JsonBytes>): Promise<JsonBytes> {
    if (nowMs >= this.#endsMs || this.#present.bytes > mostBytes / 2) this.#turn(nowMs);
    const version = this.#version();
    const kept = this.#present.kept.get(key) ?? this.#last.kept.get(key);
    if (kept !== undefined && kept.version === version && nowMs < kept.untilMs) {
      this.hits += 1;
      return kept.bytes;
    }
    this.misses += 1;
    const again = this.#present.asked.has(key) || this.#last.asked.has(key);
    this.#present.asked.add(key);
    const made = await make();
    if (!again) return made;
    // The memory it was made in is used again once it has been sent.
    const bytes = new JsonBytes(Buffer.from(made.bytes));
    this.#present.kept.set(key, { bytes, version, untilMs: nowMs + longestMs });
    this.#present.bytes += bytes.bytes.length;
    return made;
  }

  #turn(nowMs: number): void {
    this.#last = this.#present;
    this.#present = new Second();
    this.#endsMs = nowMs + longestMs;
  }
}
