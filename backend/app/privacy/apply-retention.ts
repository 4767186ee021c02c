import { system } from '../../domain/access/actor.ts';
import type { SupportCase } from '../../domain/case/case.ts';
import type { Erasing } from '../../domain/privacy/erased.ts';
import { erasedDomain, isPastRetention, type Retention } from '../../domain/privacy/retention.ts';
import { type Person, scrubber } from '../../domain/privacy/scrub.ts';
import type { Erasure } from '../../ports/erasures.ts';
import type { SettingsStore } from '../../ports/settings.ts';
import { eraseOne, type PersonDeps } from './erase-person.ts';
import { everything } from './find-traces.ts';

const dayMs = 86_400_000;
/** Cases of one run; the next run takes the next ones. */
const mostInRun = 500;
const auditAtOnce = 100;

/** What a run would take, or has taken. */
export interface RetentionCounts {
  cases: number;
}

/** How many closed cases are older than that. */
export async function countPastRetention(deps: PersonDeps, closedCasesDays: number): Promise<RetentionCounts> {
  const before = new Date(deps.clock.nowMs() - closedCasesDays * dayMs).toISOString();
  let cases = 0;
  for (let shard = 0; shard < deps.traces.shardCount; shard++) {
    for await (const value of casesOf(deps, shard)) if (isPastRetention(value, before)) cases += 1;
  }
  return { cases };
}

/** Takes what is older than the settings keep, a part of it in each run. */
export async function applyRetention(deps: PersonDeps & { settings: SettingsStore }): Promise<RetentionCounts> {
  const { closedCasesDays, auditDays } = (await deps.settings.read('retention')).value as Retention;
  const nowMs = deps.clock.nowMs();
  const counts: RetentionCounts = { cases: 0 };
  if (auditDays !== null) {
    const before = new Date(nowMs - auditDays * dayMs).toISOString();
    while ((await deps.audit.removeBefore(before, auditAtOnce)) > 0) await deps.pause();
  }
  if (closedCasesDays === null) return counts;
  const before = new Date(nowMs - closedCasesDays * dayMs).toISOString();
  const own = new Set<string>();
  for (let shard = 0; shard < deps.traces.shardCount; shard++) {
    for await (const value of casesOf(deps, shard))
      if (own.size < mostInRun && isPastRetention(value, before)) own.add(value.id);
  }
  if (own.size === 0) return counts;
  // Before the cases themselves, by which the next run would find them after a crash.
  await deps.traces.scrubBeside({ email: null, own, scrub: (value) => value });
  for (const id of own) {
    await anonymise(deps, { id });
    counts.cases += 1;
  }
  await noteRun(deps, counts);
  return counts;
}

/** Goes on with a case whose process died while it was being anonymised. */
export async function anonymise(deps: PersonDeps, { id: caseId }: Pick<SupportCase, 'id'>): Promise<void> {
  const found = await deps.store.get(caseId);
  if (found === undefined) return;
  const now = deps.clock.now();
  const id = deps.ids.derived('retention', caseId);
  const [known] = (await deps.erasures.unfinished()).filter((one) => one.id === id);
  const erasure: Erasure = known ?? {
    ...{ id, actor: system, begunAt: now, touchedAt: now, email: '', names: [], alias: '', caseId },
    ...{ counts: null, underWay: null },
  };
  await eraseOne(deps, erasure, caseId, await erasingOfCase(deps, found.value));
  await deps.erasures.end(id);
}

/** Everybody on the case but those who work here becomes nobody. */
async function erasingOfCase(deps: PersonDeps, value: SupportCase): Promise<Erasing> {
  const ours = new Set([
    ...(await deps.directory.agents()).map(({ email }) => email.toLowerCase()),
    ...deps.ourMailboxes,
  ]);
  const people = new Map<string, Person>();
  for (const { email, name } of [value.customer, ...value.participants]) {
    const address = email.toLowerCase();
    if (ours.has(address) || address.endsWith(erasedDomain)) continue;
    const known = people.get(address);
    const alias = `erased-${deps.ids.derived('retention', value.id, address).slice(0, 12)}${erasedDomain}`;
    people.set(address, { email: address, alias, names: [...(known?.names ?? []), name].filter((one) => one !== '') });
  }
  const scrub = people.size === 0 ? <T>(one: T) => one : scrubber([...people.values()]);
  return { scrub, whole: true, wrote: () => true };
}

async function* casesOf(deps: PersonDeps, shard: number): AsyncGenerator<SupportCase> {
  for await (const trace of everything(deps.traces, shard, deps.pause, { from: 'c|', until: 'c}' })) {
    if (trace.kind === 'case') yield trace.value;
  }
}

async function noteRun(deps: PersonDeps, { cases }: RetentionCounts): Promise<void> {
  const changes = [{ field: 'cases', from: null, to: cases }];
  const entry = { id: deps.ids.caseId(), at: deps.clock.now(), kind: 'retention.applied' as const, actor: system };
  await deps.audit.note({ ...entry, subject: null, changes });
}
