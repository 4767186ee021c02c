import type { Actor } from '../../domain/access/actor.ts';
import type { Versioned } from '../../domain/case/case.ts';
import { Failure } from '../../domain/failure.ts';
import type { ReportQuestion, Reports, SavedReport } from '../../ports/reports.ts';
import type { Ids } from '../../ports/system.ts';
import type { Idempotency } from '../cases/case-use-cases.ts';
import { groupNames, type NamingDeps } from './name-groups.ts';
import { type ReportRun, type RunDeps, runReport } from './run-report.ts';

export type ReportFields = Pick<SavedReport, 'name' | 'shared' | 'question'>;

/** Reports that people put together, for themselves or for everybody. */
export interface ReportUseCases {
  /** The caller's own and the shared ones, by name. */
  listReports(actor: Actor): Promise<Versioned<SavedReport>[]>;
  /** @throws Failure `not-found`, also for a private one of somebody else */
  getReport(actor: Actor, id: string): Promise<Versioned<SavedReport>>;
  createReport(actor: Actor, fields: ReportFields, idempotency?: Idempotency): Promise<Versioned<SavedReport>>;
  /** @throws Failure `stale`, `forbidden` for somebody else's */
  changeReport(
    actor: Actor,
    id: string,
    fields: ReportFields,
    ifMatch: string | undefined,
  ): Promise<Versioned<SavedReport>>;
  deleteReport(actor: Actor, id: string, ifMatch: string | undefined): Promise<Versioned<SavedReport>>;
  /** Names of what a report is broken down by; undefined for what has none of its own. */
  groupNames(by: ReportQuestion['by']): Promise<(key: string) => string | undefined>;
  /** Answers a question without keeping it. */
  askReport(actor: Actor, question: ReportQuestion): Promise<ReportRun>;
}

export interface ReportDeps extends RunDeps, NamingDeps {
  reports: Reports;
  ids: Ids;
}

export function bindReports(deps: ReportDeps): ReportUseCases {
  const { reports, clock, ids } = deps;
  async function seen(actor: Actor, id: string): Promise<Versioned<SavedReport>> {
    const found = await reports.get(id);
    if (found === undefined || !maySee(actor, found.value)) throw new Failure('not-found', 'There is no such report.');
    return found;
  }
  async function mine(actor: Actor, id: string): Promise<Versioned<SavedReport>> {
    const found = await seen(actor, id);
    const may = found.value.ownerId === actor.id || actor.role === 'manager' || actor.role === 'admin';
    if (!may) throw new Failure('forbidden', 'Only its owner or a manager changes a shared report.');
    return found;
  }
  return {
    async listReports(actor) {
      const found = (await reports.all()).filter(({ value }) => maySee(actor, value));
      return found.sort((a, b) => (a.value.name < b.value.name ? -1 : 1));
    },
    getReport: seen,
    async createReport(actor, fields, idempotency) {
      const now = clock.now();
      const id = idempotency ? ids.derived('report', actor.id, idempotency.key) : ids.caseId();
      const made = idempotency && (await reports.get(id));
      if (made !== undefined) return made;
      return reports.put({ ...fields, id, ownerId: actor.id, createdAt: now, updatedAt: now }, null);
    },
    async changeReport(actor, id, fields, ifMatch) {
      const found = await mine(actor, id);
      return reports.put({ ...found.value, ...fields, updatedAt: clock.now() }, ifMatch ?? found.etag);
    },
    async deleteReport(actor, id, ifMatch) {
      const found = await mine(actor, id);
      await reports.remove(id, ifMatch ?? found.etag);
      return found;
    },
    groupNames: (by) => groupNames(deps, by),
    askReport: (actor, question) => runReport(deps, actor, question),
  };
}

function maySee(actor: Actor, report: SavedReport): boolean {
  return report.shared || report.ownerId === actor.id;
}
