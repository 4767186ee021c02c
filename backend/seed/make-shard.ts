import path from 'node:path';
import type { NewRow } from '../adapters/embedded/new-rows-file.ts';
import { toRowValue } from '../adapters/store/case-rows.ts';
import { shardName, shardOfId, shardRows, tenantPartition } from '../adapters/store/keys.ts';
import { decisionRows } from '../adapters/store/mail-decisions.ts';
import { newCaseRows } from '../adapters/store/new-case-rows.ts';
import type { Partition, RowValue } from '../ports/table-backend.ts';
import type { SeedArguments } from './arguments.ts';
import { casePlans } from './case-plans.ts';
import { type MadeUpCase, madeUpId, makeCase } from './made-up-case.ts';
import type { MadeUpWorld } from './made-up-world.ts';
import { decisionOf, seedOperation, type Written } from './write-cases.ts';

export interface ShardPlan {
  shard: number;
  shardCount: number;
  /** Of the first case of the store, over all shards. */
  firstNumber: number;
  wanted: SeedArguments;
}

export interface ShardRows {
  add(rows: NewRow[]): void;
  tell(written: Written): void;
}

const tenant = 'local';
/** Names the commits of the log that nobody waited for. */
const batch = 'made-up';
const rowsAtOnce = 1_000;

export function shardFile(folder: string, shard: number): string {
  return path.join(folder, `shard-${shard}.db`);
}

/** Makes up the cases of one shard of a store that is still empty. @returns its last sequence number */
export async function makeShard(world: MadeUpWorld, plan: ShardPlan, { add, tell }: ShardRows): Promise<number> {
  const { shard, shardCount, firstNumber, wanted } = plan;
  const partition = tenantPartition('core', tenant, shardName(shard));
  const planOf = casePlans(wanted, world.nowMs);
  let rows: NewRow[] = [];
  let seq = 0;
  for (let index = 0; index < wanted.cases; index++) {
    const casePlan = { number: `HC-${firstNumber + index}`, ...planOf(index) };
    if (shardOfId(madeUpId(world, casePlan), shardCount) !== shard) continue;
    const made = makeCase(world, casePlan);
    const numbering = { shard, firstSeq: seq + 1, opId: seedOperation + casePlan.number, batch };
    for (const operation of await newCaseRows(made.written, world.completion, numbering)) {
      if (operation.kind !== 'delete') rows.push(rowOf(partition, operation.row, operation.value));
    }
    rows.push(...decisionsOf(made));
    seq += made.written.events.length;
    tell({ cases: 1, messages: casePlan.messages });
    if (rows.length < rowsAtOnce) continue;
    add(rows);
    rows = [];
  }
  if (seq > 0) rows.push(rowOf(partition, shardRows.head, toRowValue({ seq, batch })));
  add(rows);
  return seq;
}

function decisionsOf({ written, mails, conversationKey }: MadeUpCase): NewRow[] {
  const caseId = written.value.id;
  const rows = mails.map(({ mailKey, messageId }) => {
    const value = { ...decisionOf(caseId, messageId) };
    return rowOf(decisionRows.partition(tenant, mailKey), decisionRows.mail(mailKey), value);
  });
  if (conversationKey === null) return rows;
  const place = decisionRows.partition(tenant, conversationKey);
  return [...rows, rowOf(place, decisionRows.conversation(conversationKey), { caseId })];
}

function rowOf({ table, key }: Partition, row: string, value: RowValue): NewRow {
  return { table, key, row, text: JSON.stringify(value) };
}
