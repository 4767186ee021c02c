import type { Instant } from '../../domain/mail/mail.ts';
import type { Outgoing, OutgoingRows } from '../../ports/outgoing.ts';
import {
  afterPrefix,
  type Partition,
  type Row,
  type RowOperation,
  type TableBackend,
} from '../../ports/table-backend.ts';
import { Attempts } from './attempts.ts';
import { tenantPartition } from './keys.ts';

const inLine = 'q|';
const known = 'p|';

/**
 * What rules and macros want sent, in table `sync`. A row `p|…` stays as the record of what became of it, and keeps it
 * from being noted again; a row `q|…` ordered by the time it is due holds it until it is sent.
 */
export class TableOutgoing implements OutgoingRows {
  readonly #backend: TableBackend;
  readonly #partition: Partition;

  constructor(backend: TableBackend, tenant = 'local') {
    this.#backend = backend;
    this.#partition = tenantPartition('sync', tenant, 'outgoing');
  }

  async note(outgoing: Outgoing): Promise<void> {
    const line = lineRow(outgoing);
    await this.#change(outgoing.id, (present) => {
      if (present !== undefined) return [];
      return [
        { kind: 'create', row: known + outgoing.id, value: { line, outcome: null } },
        { kind: 'upsert', row: line, value: { ...outgoing } },
      ];
    });
  }

  async due(now: Instant, limit: number): Promise<Outgoing[]> {
    const bounds = { from: inLine, to: afterPrefix(`${inLine}${now}`), limit };
    return (await this.#backend.range(this.#partition, bounds)).map(({ value }) => value as unknown as Outgoing);
  }

  async finish({ id, caseId, attempts }: Outgoing, outcome: string): Promise<void> {
    await this.#change(id, (present) => {
      if (present === undefined || present.value.line === null) return [];
      const value = { line: null, outcome, caseId, attempts };
      return [
        { kind: 'replace', row: present.row, value, ifMatch: present.etag },
        { kind: 'delete', row: String(present.value.line) },
      ];
    });
  }

  async postpone(outgoing: Outgoing, notBefore: Instant, lastError: string): Promise<void> {
    const later = { ...outgoing, attempts: outgoing.attempts + 1, notBefore, lastError };
    const line = lineRow(later);
    await this.#change(outgoing.id, (present) => {
      if (present === undefined || present.value.line === null || present.value.line === line) return [];
      return [
        { kind: 'replace', row: present.row, value: { ...present.value, line }, ifMatch: present.etag },
        { kind: 'upsert', row: line, value: later },
        { kind: 'delete', row: String(present.value.line) },
      ];
    });
  }

  async draftOf({ id }: Outgoing): Promise<string | null> {
    const present = await this.#backend.get(this.#partition, known + id);
    return typeof present?.value.draft === 'string' ? present.value.draft : null;
  }

  async keepDraft(outgoing: Outgoing, draft: string): Promise<string> {
    await this.#change(outgoing.id, (present) => {
      if (present === undefined || typeof present.value.draft === 'string') return [];
      return [{ kind: 'replace', row: present.row, value: { ...present.value, draft }, ifMatch: present.etag }];
    });
    return (await this.draftOf(outgoing)) ?? draft;
  }

  async #change(id: string, operations: (present: Row | undefined) => RowOperation[]): Promise<void> {
    const attempts = new Attempts();
    for (;;) {
      const wanted = operations(await this.#backend.get(this.#partition, known + id));
      if (wanted.length === 0) return;
      const result = await this.#backend.commit(this.#partition, wanted);
      if (result.kind === 'committed') return;
      if (result.kind === 'unknown') await attempts.afterUnknown(result.cause);
      else await attempts.afterConflict();
    }
  }
}

function lineRow({ notBefore, id }: Outgoing): string {
  return `${inLine}${notBefore}|${id}`;
}
