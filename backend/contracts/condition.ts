import { z } from 'zod';
import { type ConditionOperator, conditionOperators, type TimeUnit, timeUnits } from '../domain/vocabulary.ts';

interface ComparisonShape {
  field: string;
  op: ConditionOperator;
  value?: unknown;
  unit?: TimeUnit | undefined;
  caseSensitive?: boolean | undefined;
}
export type ConditionShape =
  | ComparisonShape
  | { all: ConditionShape[] }
  | { any: ConditionShape[] }
  | { none: ConditionShape[] };

const mostMembers = 100;
const text = z.string().max(2_000);
const scalar = z.union([text, z.number(), z.boolean(), z.null()]);

const Fields = z.strictObject({
  field: z.string().min(1).max(200).meta({ description: 'path such as `customer.email` or `message.text`' }),
  op: z.enum(conditionOperators),
  value: z.union([scalar, z.array(scalar).max(500)]).optional(),
  unit: z.enum(timeUnits).optional().meta({ description: 'of `value`, for the relative operators' }),
  caseSensitive: z.boolean().optional(),
});

/** The flag is understood in the spelling of other systems too. */
const Comparison = z.preprocess((given) => {
  if (typeof given !== 'object' || given === null || !('case_sensitive' in given)) return given;
  const { case_sensitive: caseSensitive, ...rest } = given;
  return { ...rest, caseSensitive };
}, Fields);

const members = z.array(z.lazy(() => Condition)).max(mostMembers);

/** A comparison of a field, or a group of conditions: all of them, any, or none. Groups nest. */
export const Condition: z.ZodType<ConditionShape> = z.union([
  z.strictObject({ all: members }),
  z.strictObject({ any: members }),
  z.strictObject({ none: members }),
  Comparison,
]);
