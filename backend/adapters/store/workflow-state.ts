import { afterPrefix, type Partition, type TableBackend } from '../../ports/table-backend.ts';
import type { WorkflowState } from '../../ports/workflow-state.ts';
import { sha256, tenantPartition } from './keys.ts';
import { allRows, writeRepeatably } from './simple-rows.ts';

const longestName = 200;

/** Facts of the workflow, in table `sync`. */
export class TableWorkflowState implements WorkflowState {
  readonly #backend: TableBackend;
  readonly #partition: Partition;

  constructor(backend: TableBackend, tenant = 'local') {
    this.#backend = backend;
    this.#partition = tenantPartition('sync', tenant, 'workflow');
  }

  async read(key: string): Promise<string | null> {
    const row = await this.#backend.get(this.#partition, rowOf(key));
    return row === undefined ? null : String(row.value.text);
  }

  async write(key: string, text: string): Promise<void> {
    await writeRepeatably(this.#backend, this.#partition, [{ kind: 'upsert', row: rowOf(key), value: { key, text } }]);
  }

  async list(prefix: string): Promise<Record<string, string>> {
    const from = rowOf(prefix);
    const facts: Record<string, string> = {};
    for await (const { value } of allRows(this.#backend, this.#partition, { from, to: afterPrefix(from) })) {
      facts[String(value.key)] = String(value.text);
    }
    return facts;
  }
}

/** Readable from its beginning on, so that keys of one kind lie together; ids in it may hold anything and be long. */
function rowOf(key: string): string {
  const name = encodeURIComponent(key);
  return name.length <= longestName ? name : `${name.slice(0, longestName - 66)}~${sha256(key)}`;
}
