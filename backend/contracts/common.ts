import { z } from 'zod';

/** RFC 3339 instant. The server answers UTC with milliseconds; it accepts any offset. */
export const Instant = z.iso.datetime({ offset: true }).meta({ description: 'RFC 3339 instant; answers are in UTC' });

/** A person by mail address. */
export const Address = z.object({ email: z.email().max(320), name: z.string().max(200) });
export type Address = z.infer<typeof Address>;

/** Short text on one line: no control characters. */
export function line(max: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !/\p{Cc}/u.test(text), 'must not contain control characters');
}

/** A query parameter that may be given several times; commas separate values as well. */
export function anyOf<T extends z.ZodType>(item: T) {
  return z.preprocess(
    (value) => (value === undefined ? undefined : [value].flat().flatMap((v) => String(v).split(','))),
    z.array(item).max(50).optional(),
  );
}

/** RFC 9457 problem details, the shape of every error. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  requestId: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** With 412: the resource as it stands now. */
  current: z.unknown().optional(),
  /** With 412: which fields differ from what the caller sent; with 409: which fields stand in the way. */
  differences: z.array(z.object({ field: z.string(), now: z.unknown(), yours: z.unknown() })).optional(),
  /** With 409 `recipients-changed`: a ReplyCheck. */
  recipients: z.unknown().optional(),
});
export type Problem = z.infer<typeof Problem>;
