import { Failure } from '../failure.ts';
import { type Role, roles } from '../vocabulary.ts';
import type { Actor } from './actor.ts';

/** The app role of each role, as the tokens of Microsoft Entra carry it in their `roles` claim. */
export const appRoles: Record<Role, string> = {
  agent: 'HandyConnect.Agent',
  manager: 'HandyConnect.Manager',
  admin: 'HandyConnect.Admin',
};

/** The highest role among the values of a `roles` claim, or null when none of them is ours. The claim may be anything. */
export function roleOfClaim(claim: unknown): Role | null {
  if (!Array.isArray(claim)) return null;
  return roles.findLast((role) => claim.includes(appRoles[role])) ?? null;
}

/**
 * Whoever a believed token speaks of: `oid` (else `sub`) is the id, as the list of agents knows it. The surface is `api`
 * until the door knows better. @throws Failure `unauthenticated` when the claims name nobody
 */
export function actorOfClaims(claims: Record<string, unknown>): Actor {
  const id = textOf(claims.oid) ?? textOf(claims.sub);
  if (id === undefined) throw new Failure('unauthenticated', 'The access token names nobody.');
  const name = textOf(claims.name) ?? textOf(claims.preferred_username) ?? id;
  return { id, name, role: roleOfClaim(claims.roles), surface: 'api' };
}

function textOf(claim: unknown): string | undefined {
  return typeof claim === 'string' && claim !== '' ? claim : undefined;
}
