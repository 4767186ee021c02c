import type { Actor } from '../../domain/access/actor.ts';
import { Failure } from '../../domain/failure.ts';
import type { LinkKind } from '../../domain/vocabulary.ts';
import type { VersionedCase } from '../cases/case-use-cases.ts';
import { getCase, mustFind } from '../cases/find-case.ts';
import { carryOut } from './carry-out.ts';
import type { LifecycleDeps } from './deps.ts';

/**
 * Links two cases, each from its side: what is a parent here is a child there. Linking again changes nothing.
 * @param kind what `to` is to the case @throws Failure `conflict` for a case with itself
 */
export async function linkCases(
  deps: LifecycleDeps,
  actor: Actor,
  ref: string,
  { to, kind }: { to: string; kind: LinkKind },
): Promise<VersionedCase> {
  const { from, other } = await bothOf(deps, ref, to);
  const known = from.value.linked.some((link) => link.caseId === other.value.id && link.kind === kind);
  if (!known) await carryOut(deps, actor, { kind: 'link', from: from.value.id, to: other.value.id, link: kind });
  return mustFind(deps, from.value.id);
}

/** Takes every link between two cases away, on both sides. */
export async function unlinkCases(
  deps: LifecycleDeps,
  actor: Actor,
  ref: string,
  { to }: { to: string },
): Promise<VersionedCase> {
  const { from, other } = await bothOf(deps, ref, to);
  await carryOut(deps, actor, { kind: 'unlink', from: from.value.id, to: other.value.id });
  return mustFind(deps, from.value.id);
}

async function bothOf(deps: LifecycleDeps, ref: string, to: string) {
  const [from, other] = [await getCase(deps, ref), await getCase(deps, to)];
  if (from.value.id === other.value.id) throw new Failure('conflict', 'A case cannot be linked to itself.');
  return { from, other };
}
