import { z } from 'zod';
import { caseStatuses, priorities } from '../domain/vocabulary.ts';
import { Instant } from './common.ts';

export const SimilarQuery = z.object({ limit: z.coerce.number().int().min(1).max(20).default(5) });

export const SimilarCases = z.object({
  items: z.array(
    z.object({
      case: z.object({
        id: z.string(),
        number: z.string(),
        subject: z.string(),
        status: z.enum(caseStatuses),
        priority: z.enum(priorities),
        category: z.string(),
        customer: z.object({ email: z.string(), name: z.string() }),
        assignee: z.string().nullable(),
        assigneeName: z.string().nullable(),
        resolution: z.string().nullable(),
        createdAt: Instant,
      }),
      score: z.number().meta({ description: '0 to 1; only its order means something' }),
      duplicate: z.boolean().meta({ description: 'of the same customer, near in text and time' }),
      why: z.array(z.string()).meta({ description: 'sentences that a person can check' }),
    }),
  ),
  total: z.int(),
});
export type SimilarCases = z.infer<typeof SimilarCases>;
