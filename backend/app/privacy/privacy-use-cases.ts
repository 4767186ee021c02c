import type { Actor } from '../../domain/access/actor.ts';
import { countPastRetention, type RetentionCounts } from './apply-retention.ts';
import { type ErasureResult, erasePerson, type PersonDeps } from './erase-person.ts';
import { exportPerson, type PersonExport } from './export-person.ts';

/** What people have a right to under the General Data Protection Regulation, articles 15 and 17. */
export interface PrivacyUseCases {
  /** Everything that is held on somebody; who took it is noted. */
  exportPerson(actor: Actor, email: string): Promise<PersonExport>;
  /**
   * Takes somebody out of everything that is kept, or with `dryRun` only counts what there is.
   * @throws Failure `conflict` for whoever works here
   */
  erasePerson(actor: Actor, email: string, dryRun: boolean): Promise<ErasureResult>;
  /** How many closed cases are older than so many days; null keeps all of them. */
  countPastRetention(closedCasesDays: number | null): Promise<RetentionCounts>;
}

export function bindPrivacy(deps: PersonDeps): PrivacyUseCases {
  return {
    async exportPerson(actor, email) {
      const found = await exportPerson(deps, email);
      const changes = [
        { field: 'cases', from: null, to: found.cases.length },
        { field: 'messages', from: null, to: found.messages.length },
      ];
      const entry = { id: deps.ids.caseId(), at: found.asOf, kind: 'customer.exported' as const, actor };
      await deps.audit.note({ ...entry, subject: null, changes });
      return found;
    },
    countPastRetention: async (days) => (days === null ? { cases: 0 } : countPastRetention(deps, days)),
    erasePerson: (actor, email, dryRun) => erasePerson(deps, actor, email, dryRun),
  };
}
