import type { VersionedCase } from '../app/app.ts';
import type { Case } from '../contracts/case.ts';
import { may } from '../domain/access/permissions.ts';
import { isFailure } from '../domain/failure.ts';
import type { CaseBytes, ShownCase, Standing } from '../ports/case-bytes.ts';
import type { FoundCase } from '../ports/case-index.ts';
import type { ChangeFeed } from '../ports/change-feed.ts';
import { presentCase, type Viewer } from '../present/present-case.ts';
import type { JsonWriter } from './json-bytes.ts';

/** Where changes are told of, and cases lie as they were shown. */
export interface CaseSource {
  feed: ChangeFeed;
  /** Cases by row, and the row of a number. */
  beside: CaseBytes;
  rowOf: (number: string) => number;
}

/**
 * Cases as JSON, kept for as long as they would be written the same way and shown without reading the store, because the
 * change feed says when a case has changed; without a feed they are always read.
 */
export class RenderedCases {
  readonly #read: (id: string) => Promise<VersionedCase>;
  readonly #source: CaseSource | undefined;
  /** Reads under way; one that was overtaken by a change is not kept. */
  readonly #reading = new Map<string, object>();
  hits = 0;
  misses = 0;

  constructor(read: (id: string) => Promise<VersionedCase>, source?: CaseSource) {
    this.#read = read;
    this.#source = source;
    source?.feed.follow(({ event, case: value }) => {
      if (event.caseId === null) return;
      this.#reading.delete(event.caseId);
      if (value === null) source.beside.clear();
      else source.beside.forget(source.rowOf(value.value.number));
    });
  }

  /** Memory taken, and how much at most. */
  get bytes(): number {
    return this.#source?.beside.memory().bytes ?? 0;
  }

  get mostBytes(): number {
    return this.#source?.beside.memory().mostBytes ?? 0;
  }

  /** A case that was just read. */
  of(value: VersionedCase, viewer: Viewer): ShownCase {
    return render(value, viewer);
  }

  /** Writes cases in order, with commas between them, each with its snippet; what is gone meanwhile is left out. */
  async many(found: readonly FoundCase[], viewer: Viewer, into: JsonWriter): Promise<void> {
    const read = new Map<FoundCase, ShownCase | null>();
    const missing = found.filter((one) => !this.#isKept(one, viewer));
    await Promise.all(missing.map(async (one) => read.set(one, await this.#readOne(one, viewer))));
    this.misses += missing.length;
    this.hits += found.length - missing.length;
    for (const one of found) {
      if (!read.has(one) && this.#copy(one, viewer, into)) continue;
      // What was kept may have changed while others were read.
      const shown = read.has(one) ? read.get(one) : await this.#readOne(one, viewer);
      if (shown) into.item(shown.bytes.length, (memory, at) => setBytes(memory, at, shown.bytes), snippetOf(one));
    }
  }

  /** One case as it was when the change feed last told of it; null when it is gone. */
  async one(found: FoundCase, viewer: Viewer): Promise<ShownCase | null> {
    const kept = this.#isKept(found, viewer) ? this.#source?.beside.get(found.row as number) : undefined;
    if (kept === undefined) this.misses += 1;
    else this.hits += 1;
    return kept ?? this.#readOne(found, viewer);
  }

  /** Keeps a case before anybody asks for it. Answers false where it is kept already. */
  async prepare(found: FoundCase & { row: number }, viewer: Viewer): Promise<boolean> {
    if (this.#source === undefined || this.#source.beside.has(found.row)) return false;
    await this.#readOne(found, viewer);
    return true;
  }

  #isKept({ row }: FoundCase, viewer: Viewer): boolean {
    const standing = row === undefined || !isWorker(viewer) ? undefined : this.#source?.beside.standing(row);
    return standing !== undefined && isStill(standing, viewer);
  }

  #copy(one: FoundCase, viewer: Viewer, into: JsonWriter): boolean {
    const beside = this.#source?.beside;
    const { row } = one;
    if (beside === undefined || row === undefined || !this.#isKept(one, viewer)) return false;
    return into.item(beside.lengthOf(row), (memory, at) => beside.copy(row, memory, at), snippetOf(one));
  }

  async #readOne({ id, row }: FoundCase, viewer: Viewer): Promise<ShownCase | null> {
    const mine = {};
    this.#reading.set(id, mine);
    try {
      const shown = render(await this.#read(id), viewer);
      const isNewest = this.#reading.get(id) === mine;
      if (isNewest && row !== undefined && isWorker(viewer)) this.#source?.beside.put(row, shown);
      return shown;
    } catch (error) {
      if (isFailure(error, 'not-found')) return null;
      throw error;
    } finally {
      if (this.#reading.get(id) === mine) this.#reading.delete(id);
    }
  }
}

function setBytes(memory: Buffer, at: number, bytes: Uint8Array): boolean {
  memory.set(bytes, at);
  return true;
}

function snippetOf({ snippet }: FoundCase): string {
  return snippet === undefined ? '' : `"snippet":${JSON.stringify(snippet)}`;
}

function isStill({ untilMs, assignee, assigneeName }: Standing, viewer: Viewer): boolean {
  if (viewer.nowMs >= untilMs) return false;
  return assignee === null || (viewer.agentName(assignee) ?? assignee) === assigneeName;
}

/** Whoever may work on cases sees the same of one, and may do the same with it. */
function isWorker({ role }: Viewer): boolean {
  return may(role, 'cases.write');
}

function render(value: VersionedCase, viewer: Viewer): ShownCase {
  const shown = presentCase(value, viewer);
  return {
    etag: value.etag,
    mergedInto: shown.mergedInto ?? null,
    assignee: shown.assignee,
    assigneeName: shown.assigneeName,
    untilMs: sameUntil(shown.sla, viewer.nowMs),
    bytes: Buffer.from(JSON.stringify(shown)),
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
