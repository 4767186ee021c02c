import type { Blobs } from '../../ports/blobs.ts';
import type { CaseTransaction, Completion } from '../../ports/case-store.ts';
import {
  afterPrefix,
  type Partition,
  type Row,
  type RowOperation,
  type RowValue,
  type TableBackend,
} from '../../ports/table-backend.ts';
import { checkCommit } from '../../ports/table-limits.ts';
import { CaseDraft, type ShardReader } from './case-draft.ts';
import type { MessageRow } from './case-rows.ts';
import { draftOperations } from './draft-rows.ts';
import { shardRows } from './keys.ts';
import { loadBodies, storeBodies } from './message-bodies.ts';
import { allRows } from './simple-rows.ts';

/** Room is left for the head row and for the service's own overhead. */
const mostOperations = 90;
const mostCharacters = 600_000;

export type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown };

export interface Story {
  opId: string;
  tell(tx: CaseTransaction): Promise<unknown>;
}

export interface ShardPlace {
  backend: TableBackend;
  blobs: Blobs;
  tenant: string;
  shard: number;
  partition: Partition;
  shardOf(hex: string): number;
  completion?: Completion | undefined;
}

export interface RoundResult<S extends Story> {
  /** Outcomes that hold once the operations are committed. */
  told: { story: S; outcome: Outcome }[];
  /** Those that did not fit. */
  later: S[];
  operations: RowOperation[];
  /** Sequence number of the last event. */
  lastSeq: number;
}

interface Telling {
  draft: CaseDraft;
  messages: MessageRow[];
  outcome: Outcome;
}

/**
 * Runs several stories against one state of the shard and merges what they write. They run at once; one that read a row
 * which an earlier one writes runs again on top of it.
 */
export class GroupRound {
  readonly #place: ShardPlace;
  readonly #batch: string;
  readonly #stored = new Map<string, Promise<Row | undefined>>();
  readonly #written = new Map<string, RowOperation>();
  #characters = 0;
  #seq: number;

  constructor(place: ShardPlace, headSeq: number, batch: string) {
    this.#place = place;
    this.#seq = headSeq;
    this.#batch = batch;
  }

  async run<S extends Story>(stories: readonly S[]): Promise<RoundResult<S>> {
    const tellings = await Promise.all(stories.map((story) => this.#tell(story)));
    const told: RoundResult<S>['told'] = [];
    for (const [i, story] of stories.entries()) {
      const outcome = await this.#merge(story, tellings[i]);
      if (outcome === undefined) return this.#result(told, stories.slice(i));
      told.push({ story, outcome });
    }
    return this.#result(told, []);
  }

  #result<S extends Story>(told: RoundResult<S>['told'], later: S[]): RoundResult<S> {
    return { told, later, operations: [...this.#written.values()], lastSeq: this.#seq };
  }

  /** Undefined when what the story writes does not fit any more. */
  async #merge(story: Story, first: Telling | undefined): Promise<Outcome | undefined> {
    const telling = first === undefined || this.#isOutdated(first.draft) ? await this.#tell(story) : first;
    if (!telling.outcome.ok) return telling.outcome;
    try {
      return (await this.#add(story, telling)) ? telling.outcome : undefined;
    } catch (error) {
      return { ok: false, error };
    }
  }

  async #tell(story: Story): Promise<Telling> {
    const { blobs, tenant, shard, shardOf, completion } = this.#place;
    const load = (row: MessageRow) => loadBodies(blobs, row);
    const reader: ShardReader = {
      get: async (row) => ownCopy(await this.#look(row)),
      look: (row) => this.#look(row),
      beginning: (prefix) => this.#beginning(prefix),
    };
    const draft = new CaseDraft(shard, shardOf, reader, load);
    try {
      const value = await story.tell(draft);
      if (completion !== undefined) await draft.complete(completion);
      const messages = await Promise.all(
        [...draft.messages, ...draft.rewrittenMessages].map((message) => storeBodies(blobs, tenant, message)),
      );
      return { draft, messages, outcome: { ok: true, value } };
    } catch (error) {
      return { draft, messages: [], outcome: { ok: false, error } };
    }
  }

  #isOutdated(draft: CaseDraft): boolean {
    if ([...draft.rowsRead].some((row) => this.#written.has(row))) return true;
    return [...draft.prefixesRead].some((prefix) => [...this.#written.keys()].some((row) => row.startsWith(prefix)));
  }

  async #add(story: Story, { draft, messages }: Telling): Promise<boolean> {
    if (draft.writesNothing()) return true;
    const { shard, partition } = this.#place;
    const numbering = { shard, firstSeq: this.#seq + 1, opId: story.opId, batch: this.#batch };
    const operations = await draftOperations(draft, messages, numbering);
    // Checked by itself, so that a story with a bad key or too much text does not spoil the others.
    const texts = checkCommit(partition.key, operations);
    const characters = texts.reduce((sum, text) => sum + text.length, 0);
    if (this.#written.size > 0 && !this.#fits(operations.length, characters)) return false;
    for (const operation of operations) this.#written.set(operation.row, await this.#guarded(operation));
    this.#characters += characters;
    this.#seq += draft.events.length;
    return true;
  }

  #fits(operations: number, characters: number): boolean {
    return this.#written.size + operations <= mostOperations && this.#characters + characters <= mostCharacters;
  }

  async #look(row: string): Promise<RowValue | undefined> {
    const written = this.#written.get(row);
    if (written !== undefined) return written.kind === 'delete' ? undefined : written.value;
    return (await this.#fetch(row))?.value;
  }

  #fetch(row: string): Promise<Row | undefined> {
    const stored = this.#stored.get(row) ?? this.#place.backend.get(this.#place.partition, row);
    this.#stored.set(row, stored);
    return stored;
  }

  /** Mails of the outbox are claimed past the head, so the head's etag does not answer for them: theirs must. */
  async #guarded(operation: RowOperation): Promise<RowOperation> {
    const { row } = operation;
    if (!row.startsWith(shardRows.outbox)) return operation;
    const stored = await this.#stored.get(row);
    if (stored === undefined) return operation;
    const { etag: ifMatch } = stored;
    return operation.kind === 'delete'
      ? { kind: 'delete', row, ifMatch }
      : { kind: 'replace', row, value: operation.value, ifMatch };
  }

  /** What is stored, with what earlier stories of the round write laid over it. */
  async #beginning(prefix: string): Promise<RowValue[]> {
    const bounds = { from: prefix, to: afterPrefix(prefix) };
    const rows = new Map<string, RowValue>();
    for await (const { row, value } of allRows(this.#place.backend, this.#place.partition, bounds))
      rows.set(row, value);
    for (const [row, operation] of this.#written) {
      if (!row.startsWith(prefix)) continue;
      if (operation.kind === 'delete') rows.delete(row);
      else rows.set(row, operation.value);
    }
    return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => structuredClone(value));
  }
}

/** Most rows that are asked for are not there. */
function ownCopy(value: RowValue | undefined): RowValue | undefined {
  return value && structuredClone(value);
}
