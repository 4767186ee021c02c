import type { Instant } from '../mail/mail.ts';
import type { LinkKind } from '../vocabulary.ts';
import type { SupportCase } from './case.ts';
import { type Changed, settle } from './change.ts';

/** How the other case relates, seen from its side. */
const inverse: Record<LinkKind, LinkKind> = {
  mentions: 'related',
  forward_of: 'related',
  related: 'related',
  duplicate: 'duplicated_by',
  duplicated_by: 'duplicate',
  parent: 'child',
  child: 'parent',
  split_from: 'split_into',
  split_into: 'split_from',
};

export function inverseOf(kind: LinkKind): LinkKind {
  return inverse[kind];
}

/** One link of each kind between two cases; linking again changes nothing. */
export function withLink(before: SupportCase, caseId: string, kind: LinkKind, at: Instant): Changed {
  const known = before.linked.some((link) => link.caseId === caseId && link.kind === kind);
  return settle(before, known ? before : { ...before, linked: [...before.linked, { caseId, kind }] }, at);
}

/** Takes every link to the other case away. */
export function withoutLinks(before: SupportCase, caseId: string, at: Instant): Changed {
  return settle(before, { ...before, linked: before.linked.filter((link) => link.caseId !== caseId) }, at);
}
