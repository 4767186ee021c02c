import { z } from 'zod';
import { outgoingKinds, sentiments } from '../domain/vocabulary.ts';
import { BusinessHours } from './business-hours.ts';
import { line } from './common.ts';

const language = z.string().regex(/^[a-z]{2,3}$/, 'must be a language code such as en');
const span = (most: number) => z.number().positive().max(most).nullable();
const text = z.string().trim().min(1).max(20_000);

export const Template = z.strictObject({
  id: line(100),
  kind: z.enum(outgoingKinds),
  name: line(200),
  language: language.nullable().meta({ description: 'null fits every language' }),
  /** A condition that is left out holds always; the template with the most conditions wins. */
  when: z.strictObject({
    complaint: z.boolean().optional(),
    sentiments: z.array(z.enum(sentiments)).min(1).max(sentiments.length).optional(),
    category: line(100).optional(),
    hours: z.enum(['inside', 'outside']).optional(),
  }),
  text: text.meta({ description: 'plain text with placeholders such as {{case.number}}; {{?amount}} is a blank' }),
});
export type Template = z.infer<typeof Template>;

const Survey = z.strictObject({
  enabled: z.boolean(),
  after: z
    .enum(['resolved', 'closed'])
    .meta({ description: 'as soon as a case is resolved, or only when it is closed' }),
  perCustomerDays: z
    .int()
    .min(0)
    .max(365)
    .meta({ description: 'a customer is asked at most once in so many days; 0 asks after every case' }),
  answerDays: z.int().min(1).max(365).meta({ description: 'so long the link in the mail can be used' }),
  questions: z
    .record(language, z.string().trim().min(1).max(300))
    .meta({ description: 'the question by language; shipped words stand in for what is not there' }),
});

export const TemplatesDocument = z.strictObject({
  acknowledgements: z.strictObject({
    enabled: z.boolean(),
    perSenderMinutes: z
      .int()
      .min(1)
      .max(7 * 24 * 60),
  }),
  followUps: z
    .strictObject({
      stillWorkingHours: span(24 * 90),
      confirmSolvedHours: span(24 * 90),
      closeResolvedDays: span(365),
      closeAwaitingDays: span(365),
    })
    .meta({ description: 'hours are working hours; null switches one off' }),
  workingHours: BusinessHours.nullable().meta({ description: 'when somebody is at work; null: always' }),
  signatures: z
    .array(
      z.strictObject({
        mailbox: z.email().max(320).nullable(),
        /** Agent id. */
        agent: line(100).nullable(),
        text,
      }),
    )
    .max(1_000),
  templates: z
    .array(Template)
    .max(2_000)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'must have different ids'),
  survey: Survey.optional().meta({
    description: 'how customers are asked how content they are; nobody is while it is absent',
  }),
});
export type TemplatesDocument = z.infer<typeof TemplatesDocument>;

export const TemplateTrial = z.strictObject({
  text,
  language: language.default('en'),
  case: line(64).optional().meta({ description: "a case's id or number; made-up values stand in without one" }),
});
export type TemplateTrial = z.infer<typeof TemplateTrial>;

export const FilledTemplate = z.object({
  text: z.string(),
  html: z.string(),
  blanks: z.array(z.string()).meta({ description: 'what a person still has to fill in' }),
});
export type FilledTemplate = z.infer<typeof FilledTemplate>;
