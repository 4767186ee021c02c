import { createHash } from 'node:crypto';
import type { Partition, TableName } from '../../ports/table-backend.ts';

const plain = /^[A-Za-z0-9._@:+-]{1,150}$/;

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A key part from text that others chose: readable where it is harmless, a hash elsewhere. Never the same for two texts. */
export function safeKey(text: string): string {
  return plain.test(text) ? text : `~${sha256(text)}`;
}

/** Every partition begins with the tenant, so that two tenants in one store never meet. */
export function tenantPartition(table: TableName, tenant: string, name: string): Partition {
  return { table, key: `${tenant}|${name}` };
}

/** The shard of an id, which is hex. */
export function shardOfId(id: string, shardCount: number): number {
  return Number.parseInt(id.slice(0, 4), 16) % shardCount;
}

/** Beyond every instant that a date can hold, in milliseconds. */
export const endOfTime = 8_640_000_000_000_001;

/** Sorts the later instant first. */
export function countdown(at: string): string {
  return String(endOfTime - Date.parse(at)).padStart(16, '0');
}

export function shardName(shard: number): string {
  return `s${String(shard).padStart(2, '0')}`;
}

/** Rows of one shard of the log. */
export const shardRows = {
  head: 'h',
  event: (seq: number) => `e|${String(seq).padStart(12, '0')}`,
  case: (caseId: string) => `c|${caseId}`,
  earlierLogs: (caseId: string) => `l|${caseId}|`,
  earlierLog: (caseId: string, firstSeq: number) => `l|${caseId}|${String(firstSeq).padStart(12, '0')}`,
  fate: (mailKey: string) => `d|${mailKey}`,
  /** The key of a request comes from its sender and may be anything. */
  receipt: (key: string) => `r|${sha256(key)}`,
  messages: (caseId: string) => `m|${caseId}|`,
  tasks: (home: string) => `k|${home}|`,
  task: (home: string, id: string) => `k|${home}|${id}`,
  message: (caseId: string, at: string, id: string) => `m|${caseId}|${at}|${id}`,
  outbox: 'o|',
  outgoing: (queuedAt: string, id: string) => `o|${queuedAt}|${id}`,
} as const;
