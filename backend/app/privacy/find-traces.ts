import type { CaseMessage } from '../../domain/case/case.ts';
import { type Erasing, hasTraces, type Trace } from '../../domain/privacy/erased.ts';
import { isCaseOf, namesOn } from '../../domain/privacy/person-of.ts';
import { endedStatuses } from '../../domain/vocabulary.ts';
import type { ErasureCounts } from '../../ports/erasures.ts';
import type { Traces } from '../../ports/traces.ts';
import { filesGone } from './erase-traces.ts';

/** Small, because requests are answered between two pages. */
const pageSize = 100;

/** What must be known of a person before anything is erased: afterwards it cannot be found out again. */
export interface Known {
  names: string[];
  /** Ids of the cases whose customer they are. */
  cases: Set<string>;
  openCases: number;
}

/**
 * Reads every case. Those that an erasure has already given the `alias` are theirs as well. `beat` is awaited between two pages: the scan of an embedded store never waits by itself.
 */
export async function knownOf(
  traces: Traces,
  { email, alias }: { email: string; alias: string },
  beat: () => Promise<void>,
): Promise<Known> {
  const known: Known = { names: [], cases: new Set(), openCases: 0 };
  for (let shard = 0; shard < traces.shardCount; shard++) {
    for await (const trace of everything(traces, shard, beat, { from: 'c|', until: 'c}' })) {
      if (trace.kind !== 'case') continue;
      known.names.push(...namesOn(trace.value, email));
      if (!isCaseOf(trace.value, email) && !isCaseOf(trace.value, alias)) continue;
      known.cases.add(trace.value.id);
      if (!endedStatuses.includes(trace.value.status)) known.openCases += 1;
    }
  }
  return { ...known, names: [...new Set(known.names)] };
}

/** What an erasure touches: whole cases, and what lies with none. */
export interface Touched {
  cases: Set<string>;
  loose: Trace[];
  counts: Pick<ErasureCounts, 'messages' | 'files' | 'tasks' | 'mails'>;
}

/** Reads everything. @param own ids of the cases that are about them */
export async function touchedBy(
  traces: Traces,
  erasing: (ownCase: boolean) => Erasing,
  own: ReadonlySet<string>,
  beat: () => Promise<void>,
): Promise<Touched> {
  const touched: Touched = { cases: new Set(), loose: [], counts: { messages: 0, files: 0, tasks: 0, mails: 0 } };
  for (let shard = 0; shard < traces.shardCount; shard++) {
    for await (const trace of everything(traces, shard, beat)) {
      const caseId = trace.kind === 'case' ? trace.value.id : trace.value.caseId;
      const how = erasing(caseId !== null && own.has(caseId));
      if (!hasTraces(trace, how)) continue;
      if (caseId === null) touched.loose.push(trace);
      else touched.cases.add(caseId);
      count(touched.counts, trace, how);
    }
  }
  return touched;
}

function count(counts: Touched['counts'], trace: Trace, how: Erasing): void {
  if (trace.kind === 'task') counts.tasks += 1;
  if (trace.kind === 'fate') counts.mails += 1;
  if (trace.kind !== 'message') return;
  counts.messages += 1;
  counts.files += filesOf(trace.value, how);
}

function filesOf(message: CaseMessage, how: Erasing): number {
  return filesGone(message, how).length;
}

export async function* everything(
  traces: Traces,
  shard: number,
  beat: () => Promise<void>,
  { from, until }: { from: string | null; until: string } = { from: null, until: '\u007f' },
): AsyncGenerator<Trace> {
  for (let at = from; at === from || (at !== null && at < until); ) {
    const page = await traces.page(shard, at, pageSize);
    yield* page.traces;
    if (page.next === null) return;
    at = page.next;
    await beat();
  }
}
