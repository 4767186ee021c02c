import { inverseOf, withLink, withoutLinks } from '../../domain/case/links.ts';
import type { OperationWork } from '../../ports/operations.ts';
import { mustFind } from '../cases/find-case.ts';
import type { LifecycleDeps } from './deps.ts';
import { type Step, toldStep } from './step.ts';

type Link = Step & Extract<OperationWork, { kind: 'link' | 'unlink' }>;

/** Both cases tell of the link, each from its side. */
export async function carryOutLink(deps: LifecycleDeps, link: Link): Promise<void> {
  await mustFind(deps, link.to);
  await side(deps, link, link.from, link.to, link.kind === 'link' ? link.link : null);
  await side(deps, link, link.to, link.from, link.kind === 'link' ? inverseOf(link.link) : null);
}

async function side(
  deps: LifecycleDeps,
  link: Link,
  caseId: string,
  other: string,
  kind: Parameters<typeof withLink>[2] | null,
): Promise<void> {
  await toldStep(deps, link, caseId, `side-${caseId}`, async (before, at) => ({
    changed: kind === null ? withoutLinks(before, other, at) : withLink(before, other, kind, at),
    kind: 'case.linked',
    reason: null,
  }));
}
