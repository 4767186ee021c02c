import type { VersionedCase } from '../app/app.ts';
import type { Case } from '../contracts/case.ts';
import { isFailure } from '../domain/failure.ts';
import type { FoundCase } from '../ports/case-index.ts';
import type { ChangeFeed } from '../ports/change-feed.ts';
import { presentCase, type Viewer } from '../present/present-case.ts';

interface Rendered {
  etag: string;
  /** The assignee's name as it was shown; names come from the settings, which are no part of the case. */
  assignee: string | null;
  assigneeName: string | null;
  /** When a clock on the case shows another state, in milliseconds. */
  untilMs: number;
  bytes: Buffer;
  /** True when nothing had changed it since it was read, so that only the change feed can make it old. */
  newest: boolean;
}

const mostBytes = 48 * 1024 * 1024;
/** What an entry costs beside its bytes. */
const entryBytes = 400;

/**
 * Cases as JSON, kept for as long as they would be written the same way. Rows of lists are used without reading the
 * store, because the change feed says when a case has changed; without a feed they are always read.
 */
export class RenderedCases {
  readonly #read: (id: string) => Promise<VersionedCase>;
  readonly #trusted: boolean;
  /** Longest unused first. */
  readonly #kept = new Map<string, Rendered>();
  /** Reads under way; one that was overtaken by a change is not kept. */
  readonly #reading = new Map<string, object>();
  hits = 0;
  misses = 0;
  bytes = 0;
  readonly mostBytes = mostBytes;

  constructor(read: (id: string) => Promise<VersionedCase>, feed: ChangeFeed | undefined) {
    this.#read = read;
    this.#trusted = feed !== undefined;
    feed?.follow(({ event }) => {
      if (event.caseId !== null) this.#forget(event.caseId);
    });
  }

  /** A case that was just read. */
  of(value: VersionedCase, viewer: Viewer): Buffer {
    const key = keyOf(value.value.id, viewer);
    const kept = this.#fresh(key, viewer);
    if (kept?.etag === value.etag) return kept.bytes;
    // It may have changed since it was read: good for whoever brings this version again, not for lists.
    return kept?.newest ? render(value, viewer).bytes : this.#keep(key, value, viewer, false);
  }

  /** Cases by id, in order, each with its snippet; what is gone meanwhile is left out. */
  async many(found: readonly FoundCase[], viewer: Viewer): Promise<Buffer[]> {
    const rendered = await Promise.all(found.map(({ id }) => this.#known(id, viewer) ?? this.#readOne(id, viewer)));
    const shown = rendered.map((bytes, i) => (bytes === null ? null : withSnippet(bytes, found[i]?.snippet)));
    return shown.filter((bytes) => bytes !== null);
  }

  #known(id: string, viewer: Viewer): Buffer | undefined {
    const kept = this.#trusted ? this.#fresh(keyOf(id, viewer), viewer) : undefined;
    return kept?.newest ? kept.bytes : undefined;
  }

  async #readOne(id: string, viewer: Viewer): Promise<Buffer | null> {
    const key = keyOf(id, viewer);
    const mine = {};
    this.#reading.set(key, mine);
    try {
      const value = await this.#read(id);
      const isNewest = this.#reading.get(key) === mine;
      return isNewest ? this.#keep(key, value, viewer, true) : render(value, viewer).bytes;
    } catch (error) {
      if (isFailure(error, 'not-found')) return null;
      throw error;
    } finally {
      if (this.#reading.get(key) === mine) this.#reading.delete(key);
    }
  }

  #fresh(key: string, viewer: Viewer): Rendered | undefined {
    const kept = this.#kept.get(key);
    if (kept === undefined || viewer.nowMs >= kept.untilMs) {
      this.misses += 1;
      return undefined;
    }
    if (kept.assignee !== null && (viewer.agentName(kept.assignee) ?? kept.assignee) !== kept.assigneeName)
      return undefined;
    this.hits += 1;
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    return kept;
  }

  #keep(key: string, value: VersionedCase, viewer: Viewer, newest: boolean): Buffer {
    const rendered = { ...render(value, viewer), newest };
    this.#drop(key);
    this.#kept.set(key, rendered);
    this.bytes += rendered.bytes.length + entryBytes;
    for (const oldest of this.#kept.keys()) {
      if (this.bytes <= mostBytes) break;
      this.#drop(oldest);
    }
    return rendered.bytes;
  }

  #forget(id: string): void {
    for (const role of ['agent', 'manager', 'admin', 'null']) {
      this.#drop(role + id);
      this.#reading.delete(role + id);
    }
  }

  #drop(key: string): void {
    const kept = this.#kept.get(key);
    if (kept === undefined) return;
    this.bytes -= kept.bytes.length + entryBytes;
    this.#kept.delete(key);
  }
}

function withSnippet(bytes: Buffer, snippet: string | undefined): Buffer {
  if (snippet === undefined) return bytes;
  return Buffer.concat([Buffer.from(`{"snippet":${JSON.stringify(snippet)},`), bytes.subarray(1)]);
}

function keyOf(id: string, viewer: Viewer): string {
  return `${viewer.role}${id}`;
}

function render(value: VersionedCase, viewer: Viewer): Omit<Rendered, 'newest'> {
  const shown = presentCase(value, viewer);
  return {
    etag: value.etag,
    assignee: shown.assignee,
    assigneeName: shown.assigneeName,
    untilMs: sameUntil(shown.sla, viewer.nowMs),
    // Not from the shared pool: a slice of it would keep its neighbours alive.
    bytes: Buffer.from(new TextEncoder().encode(JSON.stringify(shown)).buffer),
  };
}

/** The next moment at which a clock becomes at risk or breached by itself. */
function sameUntil(sla: Case['sla'], nowMs: number): number {
  let until = Number.POSITIVE_INFINITY;
  for (const { state, due, riskAt } of [sla.firstResponse, sla.nextResponse, sla.resolution]) {
    if (state !== 'ok' && state !== 'at_risk') continue;
    for (const at of [due, riskAt]) {
      const ms = at === null || at === undefined ? Number.NaN : Date.parse(at);
      // A clock is breached once its deadline has passed, not at it; one millisecond early does no harm.
      if (ms > nowMs) until = Math.min(until, ms);
    }
  }
  return until;
}
