import { Failure } from '../../domain/failure.ts';
import type { VersionedCase } from './case-use-cases.ts';
import type { CaseDeps } from './deps.ts';

/** Case id for an id or a number such as `HC-1042` (in any letter case). @throws Failure `not-found` */
export function caseIdOf(deps: Pick<CaseDeps, 'index'>, ref: string): string {
  if (/^[0-9a-f]{24}$/.test(ref)) return ref;
  const id = deps.index.idByNumber(ref.toUpperCase());
  if (id === undefined) throw noSuchCase(ref);
  return id;
}

/** @throws Failure `not-found` */
export async function getCase(deps: Pick<CaseDeps, 'index' | 'store'>, ref: string): Promise<VersionedCase> {
  const found = await deps.store.get(caseIdOf(deps, ref));
  if (found === undefined || found.value.removed) throw noSuchCase(ref);
  return found;
}

/** The case with this id. @throws Failure `not-found` */
export async function mustFind(deps: Pick<CaseDeps, 'store'>, caseId: string): Promise<VersionedCase> {
  const found = await deps.store.get(caseId);
  if (found === undefined || found.value.removed) throw noSuchCase(caseId);
  return found;
}

export function noSuchCase(ref: string): Failure {
  return new Failure('not-found', `There is no case ${ref.slice(0, 64)}.`);
}
