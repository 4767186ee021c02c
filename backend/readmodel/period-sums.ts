import type { Period } from '../domain/analytics/period.ts';
import type { Bits } from './bits.ts';
import { type CaseColumns, unknownMinutes, verdicts } from './case-columns.ts';
import { Content } from './content.ts';
import { inSlices } from './in-slices.ts';
import { Minutes } from './minutes.ts';

const hourMs = 3_600_000;
const minuteMs = 60_000;
const rowsInSlice = 65_536;
/** Assignees and teams that may come up while others have their turn. */
const newWords = 256;

/** Everything about a period that must be looked up row by row. */
export interface PeriodSums {
  /** Hours since the epoch. */
  firstHour: number;
  /** By hour of the period. */
  created: Uint32Array;
  ended: Uint32Array;
  /** Open when the period began. */
  openBefore: number;
  met: number;
  missed: number;
  /** Opened again. */
  reopened: number;
  /** Opened again, and not resolved since. */
  stillOpen: number;
  firstResponse: Minutes;
  resolution: Minutes;
  content: Content;
  /** By code. */
  resolvedByAssignee: Uint32Array;
  resolvedByTeam: Uint32Array;
}

/** Milliseconds by the clock asked for. A case whose working minutes were never worked out counts by the wall. */
export function durationOf(minutes: number, wallMs: number, clock: Period['clock']): number {
  return clock === 'wall' || minutes === unknownMinutes ? wallMs : minutes * minuteMs;
}

/** A pass over the rows, in which others get a turn. A case that changes meanwhile counts once, as it was before or after. */
export async function sumOf(columns: CaseColumns, rows: Bits, period: Period): Promise<PeriodSums> {
  const firstHour = Math.floor(period.fromMs / hourMs);
  const hours = Math.ceil(period.toMs / hourMs) - firstHour;
  const { assignee, team } = columns.coded;
  const sums: PeriodSums = {
    firstHour,
    created: new Uint32Array(hours),
    ended: new Uint32Array(hours),
    openBefore: 0,
    met: 0,
    missed: 0,
    reopened: 0,
    stillOpen: 0,
    firstResponse: new Minutes(),
    resolution: new Minutes(),
    content: new Content(),
    resolvedByAssignee: new Uint32Array(assignee.words.values.length + newWords),
    resolvedByTeam: new Uint32Array(team.words.values.length + newWords),
  };
  await inSlices(rows, rowsInSlice, (from, to) => addSlice(sums, columns, rows, period, from, to));
  return sums;
}

/** Written out in one loop: it runs a million times, and a call each would double its time. */
function addSlice(
  sums: PeriodSums,
  columns: CaseColumns,
  { words }: Bits,
  period: Period,
  fromWord: number,
  toWord: number,
): void {
  const { fromMs, toMs, clock } = period;
  const { created: createdAt, ended: endedAt, firstResponse: answeredAt, reopened: reopenedAt } = columns.numbers;
  const { asked: askedAt } = columns.numbers;
  const { content } = sums;
  const { assignee, team } = columns.coded;
  const { verdict } = columns;
  const { firstResponseMinutes, resolutionMinutes } = columns.minutes;
  const { firstHour, created, ended, resolvedByAssignee, resolvedByTeam, firstResponse, resolution } = sums;
  const verdictCounts = new Uint32Array(3);
  let openBefore = 0;
  let reopened = 0;
  let stillOpen = 0;
  for (let i = fromWord; i < toWord; i++) {
    for (let word = words[i] as number; word !== 0; word &= word - 1) {
      const row = (i << 5) + 31 - Math.clz32(word & -word);
      const createdMs = createdAt[row] as number;
      if (createdMs < fromMs) openBefore += 1;
      else if (createdMs < toMs) (created[Math.floor(createdMs / hourMs) - firstHour] as number) += 1;
      const answeredMs = answeredAt[row] as number;
      if (answeredMs >= fromMs && answeredMs < toMs)
        firstResponse.add(durationOf(firstResponseMinutes[row] as number, answeredMs - createdMs, clock));
      if ((askedAt[row] as number) > 0) content.add(columns, row, period);
      const endedMs = endedAt[row] as number;
      const reopenedMs = reopenedAt[row] as number;
      if (reopenedMs >= fromMs && reopenedMs < toMs) {
        reopened += 1;
        if (!(endedMs >= fromMs && endedMs < toMs)) stillOpen += 1;
      }
      if (endedMs < fromMs) openBefore -= 1;
      else if (endedMs < toMs) {
        (ended[Math.floor(endedMs / hourMs) - firstHour] as number) += 1;
        (verdictCounts[verdict[row] as number] as number) += 1;
        (resolvedByAssignee[assignee.codes[row] as number] as number) += 1;
        (resolvedByTeam[team.codes[row] as number] as number) += 1;
        resolution.add(durationOf(resolutionMinutes[row] as number, endedMs - createdMs, clock));
      }
    }
  }
  sums.openBefore += openBefore;
  sums.met += verdictCounts[verdicts.met] as number;
  sums.missed += verdictCounts[verdicts.missed] as number;
  sums.reopened += reopened;
  sums.stillOpen += stillOpen;
}
