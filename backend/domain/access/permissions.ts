import { Failure } from '../failure.ts';
import { type Permission, type Role, roles } from '../vocabulary.ts';

/** The least role that may do each thing. The only place where this is decided. */
const leastRole: Record<Permission, Role> = {
  'cases.read': 'agent',
  'cases.write': 'agent',
  'settings.read': 'agent',
  'settings.write': 'admin',
  'mail.fates.read': 'manager',
  'mail.fates.retry': 'manager',
  'operations.read': 'manager',
  'analytics.read': 'agent',
  'analytics.everybody': 'manager',
  'rules.try': 'manager',
  'customers.erase': 'admin',
  'audit.read': 'admin',
  'sla.extend': 'manager',
  'approvals.decide': 'manager',
  'cases.import': 'manager',
};

/** Whether a role suffices. Somebody without a role may do nothing. */
export function may(role: Role | null, permission: Permission): boolean {
  return role !== null && roles.indexOf(role) >= roles.indexOf(leastRole[permission]);
}

/** @throws Failure `forbidden` naming the role that would be needed */
export function demand(role: Role | null, permission: Permission): void {
  if (!may(role, permission)) {
    throw new Failure('forbidden', `This needs the role ${leastRole[permission]}.`);
  }
}
