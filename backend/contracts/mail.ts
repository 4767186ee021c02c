import { z } from 'zod';
import { analystEngines, mailKinds, priorities, sentiments } from '../domain/vocabulary.ts';
import { Entities, SuggestedTask } from './analysis.ts';
import { Case } from './case.ts';
import { line } from './common.ts';

/**
 * Converts a mail: named by its Message-ID (and mailbox), or handed over as a Graph message where the service has not
 * seen it yet. `overrides` are what the agent changed in the suggestion for a new case.
 */
export const FromMail = z
  .object({
    mailbox: z.email().optional(),
    internetMessageId: z.string().min(3).max(998).optional(),
    conversationId: z.string().max(500).optional(),
    message: z.record(z.string(), z.unknown()).optional().meta({ description: 'a Microsoft Graph message resource' }),
    into: line(64).optional().meta({ description: 'id or number of the case it is to join; a new case unless given' }),
    overrides: z
      .strictObject({
        subject: line(500).optional(),
        priority: z.enum(priorities).optional(),
        category: line(100).optional(),
        assignee: line(100).nullable().optional(),
        team: line(100).nullable().optional(),
      })
      .optional(),
  })
  .refine((v) => v.internetMessageId !== undefined || v.message !== undefined, {
    message: 'needs internetMessageId or message',
    path: ['internetMessageId'],
  });
export type FromMail = z.infer<typeof FromMail>;

export const LookupQuery = z
  .object({
    internetMessageId: z.string().min(3).max(998).optional(),
    conversationId: z.string().max(500).optional(),
    sender: z.string().max(320).optional(),
  })
  .refine(
    (v) => v.internetMessageId ?? v.conversationId ?? v.sender,
    'needs internetMessageId, conversationId or sender',
  );
export type LookupQuery = z.infer<typeof LookupQuery>;

export const Lookup = z.object({ case: Case.nullable(), customerCases: z.array(Case) });
export type Lookup = z.infer<typeof Lookup>;

export const TriageRequest = z.object({
  subject: z.string().max(2_000),
  body: z.string().max(400_000),
  contentType: z.enum(['text', 'html']).default('text'),
  mailbox: z
    .string()
    .max(320)
    .optional()
    .meta({ description: 'where the mail lies, for mailboxes opted out of language models' }),
});
export type TriageRequest = z.infer<typeof TriageRequest>;

export const Triage = z.object({
  category: z.string(),
  complaint: z.boolean(),
  priority: z.enum(priorities),
  priorityReasons: z.array(z.string()),
  sentiment: z.enum(sentiments),
  language: z.string(),
  summary: z.string(),
  confidence: z.number(),
  needsReview: z.boolean(),
  engine: z.enum(analystEngines),
  entities: Entities,
  suggestedTasks: z.array(SuggestedTask),
  nextStep: z.string(),
  engineReason: z.string().optional().meta({ description: 'why the local engine spoke although a model was wanted' }),
});
export type Triage = z.infer<typeof Triage>;

export const MailInspection = z
  .object({
    message: z.unknown().meta({ description: 'a Microsoft Graph message resource; whatever is malformed is left out' }),
    mailbox: z
      .string()
      .max(320)
      .optional()
      .meta({ description: 'mailbox it would lie in; the first watched one unless given' }),
  })
  .refine((v) => v.message !== undefined, { message: 'is required', path: ['message'] });
export type MailInspection = z.infer<typeof MailInspection>;

export const InspectedMail = z.object({
  fate: z.enum(mailKinds),
  suppressAutoResponse: z.boolean(),
  reasons: z.array(z.string()),
  visibleText: z.string(),
  signature: z.string().optional(),
  safeHtml: z.string().meta({ description: 'sanitised; still to be shown only in a sandboxed frame' }),
  baseSubject: z.string(),
  match: z.object({ caseId: z.string().nullable(), why: z.string() }),
});
export type InspectedMail = z.infer<typeof InspectedMail>;
