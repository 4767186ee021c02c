import type { Actor } from '../../domain/access/actor.ts';
import type { SupportCase, Versioned } from '../../domain/case/case.ts';
import { quietly } from '../../domain/case/change.ts';
import { Failure } from '../../domain/failure.ts';
import { acknowledgedNow, type CaseSla } from '../../domain/sla/case-sla.ts';
import type { ClockName } from '../../domain/sla/clock-events.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Clock, Ids } from '../../ports/system.ts';
import type { VersionedCase } from '../cases/case-use-cases.ts';

export interface AttendDeps {
  store: CaseStore;
  ids: Ids;
  clock: Clock;
  /** @throws Failure `not-found` */
  getCase: (ref: string) => Promise<VersionedCase>;
}

const leastMinutes = 5;
const mostMinutes = 30 * 24 * 60;

/** More time for a clock that runs. The reason goes into the history and the ledger; the next write of settings keeps it. */
export async function extendClock(
  deps: AttendDeps,
  actor: Actor,
  ref: string,
  { clock, minutes, reason }: { clock: ClockName; minutes: number; reason: string },
): Promise<VersionedCase> {
  if (!Number.isInteger(minutes) || minutes < leastMinutes || minutes > mostMinutes) {
    throw new Failure('invalid', `A clock is extended by ${leastMinutes} minutes to 30 days.`);
  }
  const why = reason.trim();
  if (why === '') throw new Failure('invalid', 'Say why the clock is extended.');
  return attend(deps, ref, `extend|${deps.ids.secret()}`, (found, sla, tx) => {
    running(sla, clock);
    tx.putCase(quietly(found, {}));
    const at = deps.clock.now();
    const entry = {
      kind: 'sla.extended' as const,
      caseId: found.value.id,
      at,
      actor,
      changes: [],
      messageId: null,
      mail: null,
    };
    tx.record({ ...entry, reason: why, sla: { extension: { clock, minutes } } });
  });
}

/** The first who says it is the one who is on it. */
export async function acknowledgeClock(
  deps: AttendDeps,
  actor: Actor,
  ref: string,
  clock: ClockName,
): Promise<VersionedCase> {
  return attend(deps, ref, `acknowledge|${deps.ids.secret()}`, (found, sla, tx) => {
    const { since } = running(sla, clock);
    if (acknowledgedNow(sla, clock) !== null) return;
    const at = deps.clock.now();
    const acknowledged = { ...sla.acknowledged, [clock]: { since, at: Date.parse(at), by: actor.id } };
    tx.putCase(quietly(found, { sla: { ...sla, acknowledged } }));
    const entry = {
      kind: 'sla.acknowledged' as const,
      caseId: found.value.id,
      at,
      actor,
      changes: [],
      messageId: null,
      mail: null,
    };
    tx.record({ ...entry, reason: `${actor.name} is on it.` });
  });
}

type Transaction = Parameters<Parameters<CaseStore['transact']>[2]>[0];

async function attend(
  deps: AttendDeps,
  ref: string,
  operation: string,
  work: (found: Versioned<SupportCase>, sla: CaseSla, tx: Transaction) => void,
): Promise<VersionedCase> {
  const { value } = await deps.getCase(ref);
  await deps.store.transact(value.id, operation, async (tx) => {
    const found = await tx.case(value.id);
    if (found === undefined) throw new Failure('not-found', `There is no case ${ref.slice(0, 64)}.`);
    if (found.value.sla === null) throw notRunning();
    work(found, found.value.sla, tx);
  });
  return deps.getCase(value.id);
}

function running(sla: CaseSla, clock: ClockName): { since: number } {
  const stored = sla.clocks[clock];
  if (stored?.state !== 'running') throw notRunning();
  return stored;
}

function notRunning(): Failure {
  return new Failure('conflict', 'That clock does not run any more.');
}
