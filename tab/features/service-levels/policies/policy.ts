import type { SlaPolicySetting } from '../../../../backend/contracts/sla-settings.ts';
import { priorityWords } from '../../../../ui/words.ts';
import { categoryName, type Directory, teamName } from '../../../session/directory-names.ts';
import { minutesText, readMinutes } from '../span-field.ts';
import { words } from '../words.ts';

export type Policy = SlaPolicySetting;
export type Priority = keyof typeof priorityWords;
export type Targets = NonNullable<Policy['targets'][Priority]>;

/** From the most to the least pressing. */
export const priorities = Object.keys(priorityWords) as Priority[];
export const scopes = Object.keys(words.when) as (keyof Policy['when'])[];

/** What a value of a policy's scope is called. */
export function scopeName(directory: Directory, scope: keyof Policy['when'], value: string): string {
  if (scope === 'priority') return priorityWords[value as Priority] ?? value;
  if (scope === 'category') return categoryName(directory, value);
  return scope === 'team' ? teamName(directory, value) : value;
}

/** "Category is Billing or Account, team is Property". */
export function whenText(directory: Directory, { when }: Policy): string {
  const parts = scopes.flatMap((scope) => {
    const names = (when[scope] ?? []).map((value) => scopeName(directory, scope, value));
    return names.length === 0 ? [] : [`${words.when[scope]} ${names.join(words.tester.or)}`];
  });
  return parts.length === 0 ? words.policies.everyCase : parts.join(', ');
}

/** "45m / 3h", or nothing where the policy leaves the priority to the next one. */
export function targetsText(targets: Targets | undefined): string {
  if (targets === undefined) return '';
  return `${minutesText(targets.firstResponse)} / ${minutesText(targets.resolution)}`;
}

/** Null for a priority that is left to the next policy; undefined for what cannot be read. */
export function readTargets(text: string, before: Targets | undefined): Targets | null | undefined {
  if (text.trim() === '') return null;
  const [first, second, ...more] = text.split('/').map(readMinutes);
  if (first === undefined || second === undefined || more.length > 0) return undefined;
  return { firstResponse: first, nextResponse: before?.nextResponse ?? null, resolution: second };
}

/** A policy with one field set; a scope without values goes. */
export function withScope(policy: Policy, scope: keyof Policy['when'], values: string[]): Policy {
  const { [scope]: _, ...when } = policy.when;
  return { ...policy, when: values.length === 0 ? when : { ...when, [scope]: values } };
}

export function withTargets(policy: Policy, priority: Priority, targets: Targets | null): Policy {
  const { [priority]: _, ...others } = policy.targets;
  const chosen: Policy['targets'] = targets === null ? others : { ...others, [priority]: targets };
  const inOrder = priorities.flatMap((key) => (chosen[key] === undefined ? [] : [[key, chosen[key]] as const]));
  return { ...policy, targets: Object.fromEntries(inOrder) };
}
