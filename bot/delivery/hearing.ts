import type { SupportCase } from '../../backend/domain/case/case.ts';
import type { Conversation } from '../../backend/ports/conversations.ts';

/**
 * Whether a place wants cards of a case. A channel in which nobody has asked for anything hears of its team's cases; a
 * group chat of none.
 */
export function hears(
  { scope, team, subscription }: Conversation,
  value: Pick<SupportCase, 'team' | 'priority' | 'category'>,
): boolean {
  if (scope === 'personal' || subscription === null) return false;
  if (subscription === undefined) return scope === 'channel' && (team === null || team === value.team);
  const { teams, priorities, categories } = subscription;
  return (
    (teams.length === 0 || (value.team !== null && teams.includes(value.team))) &&
    (priorities.length === 0 || priorities.includes(value.priority)) &&
    (categories.length === 0 || categories.includes(value.category))
  );
}
