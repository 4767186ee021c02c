import type { VersionedCase } from '../app/app.ts';
import type { Case } from '../contracts/case.ts';
import { may } from '../domain/access/permissions.ts';
import { isFailure } from '../domain/failure.ts';
import type { CaseBytes, ShownCase } from '../ports/case-bytes.ts';
import type { FoundCase } from '../ports/case-index.ts';
import type { ChangeFeed } from '../ports/change-feed.ts';
import { presentCase, type Viewer } from '../present/present-case.ts';

interface Rendered extends ShownCase {
  /** True when nothing had changed it since it was read, so that only the change feed can make it old. */
  newest: boolean;
}

const mostBytes = 24 * 1024 * 1024;
/** What an entry costs beside its bytes. */
const entryBytes = 400;
/** Whoever may work on cases sees the same of one, and may do the same with it. */
const workers = 'w';
const readers = 'r';

/** Where changes are told of, and cases may lie beside memory. */
export interface CaseSource {
  feed: ChangeFeed;
  /** Cases by row, and the row of a number. */
  beside?: CaseBytes;
  rowOf?: (number: string) => number;
}

/**
 * Cases as JSON, kept for as long as they would be written the same way. Rows of lists are used without reading the
 * store, because the change feed says when a case has changed; without a feed they are always read.
 */
export class RenderedCases {
  readonly #read: (id: string) => Promise<VersionedCase>;
  readonly #source: CaseSource | undefined;
  /** Longest unused first. */
  readonly #kept = new Map<string, Rendered>();
  /** Reads under way; one that was overtaken by a change is not kept. */
  readonly #reading = new Map<string, object>();
  hits = 0;
  misses = 0;
  bytes = 0;
  readonly mostBytes = mostBytes;

  constructor(read: (id: string) => Promise<VersionedCase>, source?: CaseSource) {
    this.#read = read;
    this.#source = source;
    source?.feed.follow(({ event, case: value }) => {
      if (event.caseId === null) return;
      this.#forget(event.caseId);
      const row = value === null ? undefined : source.rowOf?.(value.value.number);
      if (row === undefined) source.beside?.clear();
      else source.beside?.forget(row);
    });
  }

  /** A case that was just read. */
  of(value: VersionedCase, viewer: Viewer): Uint8Array {
    const key = keyOf(value.value.id, viewer);
    const kept = this.#fresh(key, viewer);
    if (kept?.etag === value.etag) return kept.bytes;
    // It may have changed since it was read: good for whoever brings this version again, not for lists.
    return kept?.newest ? render(value, viewer).bytes : this.#keep(key, value, viewer, false).bytes;
  }

  /** Cases in order, each with its snippet; what is gone meanwhile is left out. */
  async many(found: readonly FoundCase[], viewer: Viewer): Promise<Uint8Array[]> {
    const shown: Uint8Array[] = [];
    const missing: { at: number; one: Promise<ShownCase | null> }[] = [];
    for (const [at, one] of found.entries()) {
      const known = this.#known(one, viewer);
      if (known === undefined) missing.push({ at, one: this.#readOne(one, viewer) });
      else shown[at] = withSnippet(known.bytes, one.snippet);
    }
    for (const { at, one } of missing) {
      const read = await one;
      if (read !== null) shown[at] = withSnippet(read.bytes, found[at]?.snippet);
    }
    // Leaves out the holes.
    return missing.length === 0 ? shown : shown.filter(() => true);
  }

  /** One case as it was when the change feed last told of it; null when it is gone. */
  async one(found: FoundCase, viewer: Viewer): Promise<ShownCase | null> {
    return this.#known(found, viewer) ?? this.#readOne(found, viewer);
  }

  /** Keeps a case beside memory before anybody asks for it. Answers false where it lies there already. */
  async prepare(found: FoundCase & { row: number }, viewer: Viewer): Promise<boolean> {
    const beside = this.#source?.beside;
    if (beside === undefined || beside.has(found.row)) return false;
    await this.#readOne(found, viewer, true);
    return true;
  }

  #known({ id, row }: FoundCase, viewer: Viewer): ShownCase | undefined {
    if (this.#source === undefined) return undefined;
    const kept = this.#fresh(keyOf(id, viewer), viewer);
    if (kept !== undefined) return kept.newest ? kept : undefined;
    const shown = row !== undefined && isWorker(viewer) ? this.#source.beside?.get(row) : undefined;
    return shown !== undefined && isStill(shown, viewer) ? shown : undefined;
  }

  async #readOne({ id, row }: FoundCase, viewer: Viewer, besideAlone = false): Promise<ShownCase | null> {
    const key = keyOf(id, viewer);
    const mine = {};
    this.#reading.set(key, mine);
    try {
      const value = await this.#read(id);
      const isNewest = this.#reading.get(key) === mine;
      if (!isNewest) return render(value, viewer);
      const shown = besideAlone ? render(value, viewer) : this.#keep(key, value, viewer, true);
      if (row !== undefined && isWorker(viewer)) this.#source?.beside?.put(row, shown);
      return shown;
    } catch (error) {
      if (isFailure(error, 'not-found')) return null;
      throw error;
    } finally {
      if (this.#reading.get(key) === mine) this.#reading.delete(key);
    }
  }

  #fresh(key: string, viewer: Viewer): Rendered | undefined {
    const kept = this.#kept.get(key);
    if (kept === undefined || !isStill(kept, viewer)) {
      this.misses += 1;
      return undefined;
    }
    this.hits += 1;
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    return kept;
  }

  #keep(key: string, value: VersionedCase, viewer: Viewer, newest: boolean): Rendered {
    const rendered = { ...render(value, viewer), newest };
    this.#drop(key);
    this.#kept.set(key, rendered);
    this.bytes += rendered.bytes.length + entryBytes;
    for (const oldest of this.#kept.keys()) {
      if (this.bytes <= mostBytes) break;
      this.#drop(oldest);
    }
    return rendered;
  }

  #forget(id: string): void {
    for (const role of [workers, readers]) {
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

function isStill({ untilMs, assignee, assigneeName }: ShownCase, viewer: Viewer): boolean {
  if (viewer.nowMs >= untilMs) return false;
  return assignee === null || (viewer.agentName(assignee) ?? assignee) === assigneeName;
}

function withSnippet(bytes: Uint8Array, snippet: string | undefined): Uint8Array {
  if (snippet === undefined) return bytes;
  return Buffer.concat([Buffer.from(`{"snippet":${JSON.stringify(snippet)},`), bytes.subarray(1)]);
}

function isWorker({ role }: Viewer): boolean {
  return may(role, 'cases.write');
}

function keyOf(id: string, viewer: Viewer): string {
  return (isWorker(viewer) ? workers : readers) + id;
}

function render(value: VersionedCase, viewer: Viewer): ShownCase {
  const shown = presentCase(value, viewer);
  return {
    etag: value.etag,
    assignee: shown.assignee,
    assigneeName: shown.assigneeName,
    untilMs: sameUntil(shown.sla, viewer.nowMs),
    // Not from the shared pool of buffers: a slice of it would keep its neighbours alive.
    bytes: new TextEncoder().encode(JSON.stringify(shown)),
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
