import { z } from 'zod';
import { conditionOperators } from '../domain/vocabulary.ts';
import { Instant, line } from './common.ts';
import { Condition } from './condition.ts';
import { Rule } from './workflow.ts';

const anything = z.record(z.string().max(200), z.unknown());

/** An action on a made-up object: one of a rule's, or a verb with its arguments such as `["set", "priority", "high"]`. */
const PreviewAction = z.union([
  z.tuple([z.string().max(100)], z.unknown()),
  z.looseObject({ kind: z.string().max(100) }),
]);

/** A rule on a made-up object. The condition stands in `if`, or in `when` where there are no triggers. */
const PreviewRule = z.looseObject({
  id: z.string().max(100).optional(),
  name: z.string().max(200).optional(),
  enabled: z.boolean().optional(),
  when: z.union([z.array(z.unknown()), Condition, z.null()]).optional(),
  if: Condition.nullable().optional(),
  do: z.array(PreviewAction).max(50),
  stop: z.boolean().optional(),
});

/** A condition or rules, and what they are tried on. */
export const WorkflowPreview = z
  .object({
    condition: Condition.optional(),
    rules: z.array(PreviewRule).max(200).optional(),
    object: anything.optional(),
    case: z.string().max(64).optional().meta({ description: "instead of `object`: a case's id or number" }),
    changes: z
      .record(z.string().max(200), z.tuple([z.unknown(), z.unknown()]))
      .optional()
      .meta({ description: 'value before and after, by field' }),
    now: Instant.optional(),
    timezone: line(64).optional(),
    mode: z.string().max(100).optional().meta({
      description: '`first match` ends with the first rule that fires; `snapshot` hides from rules what others changed',
    }),
  })
  .refine((v) => (v.condition === undefined) !== (v.rules === undefined), 'needs a condition or rules, not both')
  .refine((v) => (v.object === undefined) !== (v.case === undefined), 'needs an object or a case, not both');
export type WorkflowPreview = z.infer<typeof WorkflowPreview>;

const Tick = z.object({
  path: z.string(),
  field: z.string(),
  op: z.enum(conditionOperators),
  matches: z.boolean(),
  /** What the field held. */
  actual: z.unknown(),
});

export const WorkflowPreviewed = z.object({
  matches: z.boolean().optional(),
  /** Each comparison with its outcome. */
  ticks: z.array(Tick),
  /** Positions of the rules that fired. */
  fired: z.array(z.int()).optional(),
  actions: z.array(z.looseObject({ kind: z.string(), rule: z.int() })).optional(),
  /** The object afterwards. */
  object: anything.optional(),
});
export type WorkflowPreviewed = z.infer<typeof WorkflowPreviewed>;

/** Rules to be tried on the cases that were opened in a span of time. */
export const DryRun = z.strictObject({
  rules: z.array(Rule).min(1).max(20),
  from: Instant,
  to: Instant,
  timezone: line(64).optional(),
});
export type DryRun = z.infer<typeof DryRun>;

export const DryRunReport = z.object({
  /** Cases looked at, all of the span unless `complete` is false. */
  examined: z.int(),
  complete: z.boolean(),
  tookMs: z.int(),
  rules: z.array(
    z.object({
      ruleId: z.string(),
      name: z.string(),
      /** Cases on which it would have fired. */
      fired: z.int(),
      /** How many of them hold by now, by other hands, what the rule would have set. */
      alsoByHand: z.int(),
      samples: z.array(
        z.object({
          caseId: z.string(),
          number: z.string(),
          subject: z.string(),
          at: Instant,
          changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
          alsoByHand: z.boolean(),
        }),
      ),
    }),
  ),
});
export type DryRunReport = z.infer<typeof DryRunReport>;

/** How often each rule fired, and where last. */
export const Firings = z.object({
  items: z.array(
    z.object({
      ruleId: z.string(),
      /** Since the day began in the rules' zone. */
      today: z.int(),
      /** At most 1,000 are counted. */
      last30Days: z.int(),
      latest: z.array(z.object({ caseId: z.string(), number: z.string(), at: Instant, said: z.string() })),
    }),
  ),
  total: z.int(),
});
export type Firings = z.infer<typeof Firings>;
