import type { TableClient, TableEntityResult, TransactionAction } from '@azure/data-tables';
import type { CommitResult, Partition, Row, RowOperation, TableBackend, TableName } from '../../ports/table-backend.ts';
import { checkCommit, checkKey } from '../../ports/table-limits.ts';
import { conditionalDeletes } from './conditional-delete.ts';
import { fromProperties, toProperties } from './entity-value.ts';
import { type AzureTablesOptions, openTables, type TableClients } from './table-clients.ts';
import { commitOutcome, isNotFound, readError, readFailure } from './table-errors.ts';

const largestPage = 1_000;

/** The truth in Azure Table Storage, or Cosmos DB through its Table API. @throws Failure `unavailable`, `invalid` */
export async function openAzureTables(options: AzureTablesOptions): Promise<TableBackend> {
  return new AzureTables(await openTables(options), options.timeoutMs ?? 15_000);
}

interface SerialisedOperation {
  operation: RowOperation;
  text: string;
}

class AzureTables implements TableBackend {
  readonly #tables: Map<TableName, TableClients>;
  readonly #timeoutMs: number;

  constructor(tables: Map<TableName, TableClients>, timeoutMs: number) {
    this.#tables = tables;
    this.#timeoutMs = timeoutMs;
  }

  async commit(partition: Partition, operations: RowOperation[]): Promise<CommitResult> {
    const texts = checkCommit(partition.key, operations);
    return this.#submit(
      partition,
      operations.map((operation, i) => ({ operation, text: texts[i] ?? '' })),
    );
  }

  async get(partition: Partition, row: string): Promise<Row | undefined> {
    checkKey(partition.key);
    checkKey(row);
    try {
      return toRow(await this.#clients(partition).reads.getEntity(partition.key, row, this.#limits()));
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw readFailure(error);
    }
  }

  async range(partition: Partition, bounds: { from?: string; to?: string; limit?: number }): Promise<Row[]> {
    checkKey(partition.key);
    const limit = bounds.limit ?? largestPage;
    const filter = rangeFilter(partition.key, bounds.from, bounds.to);
    const pages = this.#clients(partition)
      .reads.listEntities({ queryOptions: { filter }, ...this.#limits() })
      .byPage({ maxPageSize: Math.min(limit, largestPage) });
    const rows: Row[] = [];
    try {
      for await (const page of pages) {
        rows.push(...page.map(toRow));
        if (rows.length >= limit) break;
      }
    } catch (error) {
      throw readFailure(error);
    }
    return rows.slice(0, limit);
  }

  async ping(): Promise<void> {
    await this.get({ table: 'core', key: 'ping' }, 'ping');
  }

  async close(): Promise<void> {}

  async #submit(partition: Partition, operations: SerialisedOperation[]): Promise<CommitResult> {
    try {
      return { kind: 'committed', etags: await this.#send(partition, operations) };
    } catch (error) {
      const rest = withoutMissingDelete(error, operations);
      if (rest !== undefined)
        return rest.length === 0 ? { kind: 'committed', etags: {} } : this.#submit(partition, rest);
      return commitOutcome(
        error,
        operations.map((o) => o.operation),
      );
    }
  }

  async #send(partition: Partition, operations: SerialisedOperation[]): Promise<Record<string, string>> {
    const client = this.#clientFor(partition, operations);
    const actions = operations.map((o) => toAction(partition.key, o));
    const answer = await client.submitTransaction(actions, this.#limits());
    const etags: Record<string, string> = {};
    for (const [i, { operation }] of operations.entries()) {
      const etag = answer.subResponses[i]?.etag;
      if (operation.kind !== 'delete' && etag !== undefined) etags[operation.row] = etag;
    }
    return etags;
  }

  #clientFor(partition: Partition, operations: SerialisedOperation[]): TableClient {
    const clients = this.#clients(partition);
    const conditions = operations.flatMap(({ operation }): [string, string][] =>
      operation.kind === 'delete' && operation.ifMatch !== undefined ? [[operation.row, operation.ifMatch]] : [],
    );
    if (conditions.length === 0) return clients.commits;
    const client = clients.commitsOnce();
    client.pipeline.addPolicy(conditionalDeletes(new Map(conditions)));
    return client;
  }

  #clients({ table }: Partition): TableClients {
    const clients = this.#tables.get(table);
    if (clients === undefined) throw new Error(`There is no table ${table}.`);
    return clients;
  }

  #limits() {
    return { abortSignal: AbortSignal.timeout(this.#timeoutMs) };
  }
}

/** The service refuses to delete what is not there; our contract allows it unless an etag was named. */
function withoutMissingDelete(error: unknown, operations: SerialisedOperation[]): SerialisedOperation[] | undefined {
  if (!isNotFound(error)) return undefined;
  const { index } = readError(error);
  const operation = operations[index]?.operation;
  if (operation?.kind !== 'delete' || operation.ifMatch !== undefined) return undefined;
  return operations.toSpliced(index, 1);
}

function toAction(partitionKey: string, { operation, text }: SerialisedOperation): TransactionAction {
  const keys = { partitionKey, rowKey: operation.row };
  switch (operation.kind) {
    case 'create':
      return ['create', { ...keys, ...toProperties(text) }];
    case 'upsert':
      return ['upsert', { ...keys, ...toProperties(text) }, 'Replace'];
    case 'replace':
      return ['update', { ...keys, ...toProperties(text) }, 'Replace', { etag: operation.ifMatch }];
    case 'delete':
      return ['delete', keys];
  }
}

function rangeFilter(partition: string, from: string | undefined, to: string | undefined): string {
  const conditions = [`PartitionKey eq ${quoted(partition)}`];
  if (from !== undefined && from !== '') conditions.push(`RowKey ge ${quoted(from)}`);
  if (to !== undefined) conditions.push(`RowKey lt ${quoted(to)}`);
  return conditions.join(' and ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function toRow(entity: TableEntityResult<Record<string, unknown>>): Row {
  return { row: entity.rowKey ?? '', value: fromProperties(entity), etag: entity.etag };
}
