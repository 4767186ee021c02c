import { z } from 'zod';
import { caseStatuses, priorities, timeUnits } from '../domain/vocabulary.ts';
import { line } from './common.ts';
import { Condition } from './condition.ts';

const id = z.string().regex(/^[\w-]{1,64}$/);
const prose = z.string().trim().min(1).max(4_000);
const tags = z.array(line(50)).min(1).max(30);
/** `HH:MM`, 24 hours. */
const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

/** What sets a rule off. */
export const Trigger = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('case_created') }),
  z.strictObject({ kind: z.literal('mail_arrived') }),
  z.strictObject({ kind: z.literal('field_changed'), field: line(100).optional() }),
  z.strictObject({ kind: z.literal('status_changed'), to: z.enum(caseStatuses).optional() }),
  z.strictObject({ kind: z.literal('sla'), level: z.enum(['at_risk', 'breached']) }),
  z.strictObject({
    kind: z.literal('time_since'),
    since: z.enum(['created', 'status_changed', 'last_message']),
    amount: z.int().min(1).max(10_000),
    unit: z.enum(timeUnits),
  }),
  z.strictObject({
    kind: z.literal('schedule'),
    every: z.enum(['hour', 'day', 'week']),
    at: timeOfDay,
    weekday: z.int().min(1).max(7).optional().meta({ description: '1 is Monday' }),
  }),
]);
export type Trigger = z.infer<typeof Trigger>;

/** Whom a rule tells; the channel of the case's own team where `team` is null. */
export const Whom = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('assignee') }),
  z.strictObject({ kind: z.literal('agent'), id: line(100) }),
  z.strictObject({ kind: z.literal('managers') }),
  z.strictObject({ kind: z.literal('channel'), team: line(100).nullable() }),
]);

const set = z.literal('set');

/** One thing that a rule or a macro does. Texts may hold `{{number}}` and other fields of the case. */
export const Action = z.union([
  z.strictObject({ kind: set, field: z.literal('priority'), value: z.enum(priorities) }),
  z.strictObject({ kind: set, field: z.literal('status'), value: z.enum(caseStatuses) }),
  z.strictObject({ kind: set, field: z.enum(['category', 'subject', 'summary']), value: line(500) }),
  z.strictObject({ kind: set, field: z.literal('team'), value: line(100).nullable() }),
  z.strictObject({ kind: set, field: z.literal('complaint'), value: z.boolean() }),
  z.strictObject({ kind: z.literal('raise_priority'), to: z.enum(priorities) }),
  z.strictObject({
    kind: z.literal('assign'),
    to: line(100).nullable().meta({ description: 'agent id, null, or `automatic`' }),
  }),
  z.strictObject({ kind: z.literal('add_tags'), tags }),
  z.strictObject({ kind: z.literal('remove_tags'), tags }),
  z.strictObject({ kind: z.literal('note'), text: prose }),
  z.strictObject({ kind: z.literal('notify'), whom: Whom, text: prose }),
  z.strictObject({ kind: z.literal('webhook'), url: z.url({ protocol: /^https$/ }).max(2_000) }),
  z.strictObject({ kind: z.literal('escalate'), text: prose }),
  z.strictObject({ kind: z.literal('link'), to: line(64) }),
  z.strictObject({ kind: z.literal('add_task'), title: line(200), description: prose.optional() }),
  z.strictObject({ kind: z.literal('add_template_tasks') }),
  z.strictObject({ kind: z.literal('send_mail'), mail: z.enum(['still_working', 'confirm_solved', 'closing']) }),
  z.strictObject({ kind: z.literal('close'), reason: prose }),
]);
export type Action = z.infer<typeof Action>;

const actions = z.array(Action).min(1).max(20);

export const Rule = z.strictObject({
  id,
  name: line(100),
  enabled: z.boolean(),
  when: z.array(Trigger).min(1).max(10),
  /** Null: always. */
  if: Condition.nullable(),
  do: actions,
  /** Later rules do not see what this one fired on. */
  stop: z.boolean(),
});
export type Rule = z.infer<typeof Rule>;

/** Rules run from top to bottom, and each sees what the ones before it changed. */
export const RulesDocument = z.strictObject({
  timezone: line(64).meta({ description: 'IANA zone in which days begin and schedules run' }),
  rules: z.array(Rule).max(200),
});
export type RulesDocument = z.infer<typeof RulesDocument>;

export const Macro = z.strictObject({ id, name: line(100), do: actions });
export type Macro = z.infer<typeof Macro>;

/** Lists of actions that an agent applies with one click. */
export const MacrosDocument = z.strictObject({ macros: z.array(Macro).max(200) });
export type MacrosDocument = z.infer<typeof MacrosDocument>;
