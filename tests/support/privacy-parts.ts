import { TableAnswerAllowance } from '../../backend/adapters/store/answer-allowance.ts';
import { AuditRows } from '../../backend/adapters/store/audit-rows.ts';
import type { TableCaseStore } from '../../backend/adapters/store/case-store.ts';
import { TableErasures } from '../../backend/adapters/store/erasure-rows.ts';
import { TraceRows } from '../../backend/adapters/store/trace-rows.ts';
import type { IntakeDeps } from '../../backend/app/intake/deps.ts';
import { anonymise } from '../../backend/app/privacy/apply-retention.ts';
import type { PersonDeps } from '../../backend/app/privacy/erase-person.ts';
import type { TableBackend } from '../../backend/ports/table-backend.ts';

/** What erasing needs, over the real store. */
export function privacyParts(intake: IntakeDeps, backend: TableBackend, store: TableCaseStore): PersonDeps {
  const deps: PersonDeps = {
    ...intake,
    traces: new TraceRows(backend, intake.blobs, store),
    erasures: new TableErasures(backend),
    allowance: new TableAnswerAllowance(backend),
    audit: new AuditRows(backend),
    pause: async () => {},
    patience: () => new Promise(() => {}),
    forgetLists: async () => {},
    forgetFiles: async () => {},
    finishCase: (id) => anonymise(deps, { id }),
  };
  return deps;
}
