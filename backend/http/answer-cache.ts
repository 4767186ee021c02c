import type { FoundCase } from '../ports/case-index.ts';
import type { JsonBytes } from './json-bytes.ts';
import type { RenderedCases } from './rendered-cases.ts';

/** Clocks go on without anything being written, so no answer is given for longer than this. */
const longestMs = 1_000;
const mostBytes = 16 * 1024 * 1024;

/** What is kept of answers that were given, so that they need not be worked out again. */
export interface KeptAnswers {
  rendered: RenderedCases;
  answers: AnswerCache;
  /** A case by number or id, while everything that was written is known to the change feed. */
  locate: (ref: string) => FoundCase | undefined;
}

interface Kept {
  bytes: JsonBytes;
  version: number;
  untilMs: number;
}

/**
 * Whole answers, given again while nothing has been written since and they are hardly a second old. Many people look at
 * the same lists, and pages ask again on every sign of life.
 */
export class AnswerCache {
  hits = 0;
  misses = 0;
  bytes = 0;
  readonly mostBytes = mostBytes;
  readonly #version: () => number;
  readonly #kept = new Map<string, Kept>();

  /** @param version changes whenever anything was written */
  constructor(version: () => number) {
    this.#version = version;
  }

  /** @param key everything the answer depends on but time and what was written */
  async answer(key: string, nowMs: number, make: () => Promise<JsonBytes>): Promise<JsonBytes> {
    const version = this.#version();
    const kept = this.#kept.get(key);
    if (kept !== undefined && kept.version === version && nowMs < kept.untilMs) {
      this.hits += 1;
      return kept.bytes;
    }
    this.misses += 1;
    const bytes = await make();
    this.#keep(key, { bytes, version, untilMs: nowMs + longestMs });
    return bytes;
  }

  #keep(key: string, fresh: Kept): void {
    this.#drop(key);
    this.#kept.set(key, fresh);
    this.bytes += fresh.bytes.bytes.length;
    for (const oldest of this.#kept.keys()) {
      if (this.bytes <= mostBytes) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.bytes -= this.#kept.get(key)?.bytes.bytes.length ?? 0;
    this.#kept.delete(key);
  }
}
