import type { CaseEvent } from '../../domain/case/case.ts';
import { afterPrefix, type Partition, type Row, type TableBackend } from '../../ports/table-backend.ts';
import { asRow, type EventRow } from './case-rows.ts';
import { shardRows } from './keys.ts';

const atOnce = 16;

/** The events with these numbers, in their order. */
export async function readEvents(
  backend: TableBackend,
  partition: Partition,
  seqs: readonly number[],
): Promise<CaseEvent[]> {
  const events: CaseEvent[] = [];
  for (let from = 0; from < seqs.length; from += atOnce) {
    const some = seqs.slice(from, from + atOnce);
    const rows = await Promise.all(some.map((seq) => backend.get(partition, shardRows.event(seq))));
    events.push(...rows.filter((row) => row !== undefined).map(toEvent));
  }
  return events;
}

/** Events after `afterSeq`, only as far as they follow one another without a gap. */
export async function tailEvents(
  backend: TableBackend,
  partition: Partition,
  afterSeq: number,
  limit: number,
): Promise<CaseEvent[]> {
  const bounds = { from: shardRows.event(afterSeq + 1), to: afterPrefix('e|'), limit };
  const events = (await backend.range(partition, bounds)).map(toEvent);
  const gap = events.findIndex((event, i) => event.seq !== afterSeq + 1 + i);
  return gap === -1 ? events : events.slice(0, gap);
}

function toEvent(row: Row): CaseEvent {
  return asRow<EventRow>(row.value).event;
}
