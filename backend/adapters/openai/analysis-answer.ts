import * as z from 'zod';
import type { Analysis } from '../../domain/triage/analysis.ts';
import { priorities, sentiments, shippedCategories } from '../../domain/vocabulary.ts';

/** What the model may answer: the product's own words and short texts, checked again on arrival. */
const answer = z.strictObject({
  category: z.enum(shippedCategories),
  complaint: z.boolean(),
  priority: z.enum(priorities),
  priority_reasons: z.array(z.string().max(400)).max(6),
  sentiment: z.enum(sentiments),
  language: z.string().regex(/^(?:[a-z]{2}|und)$/),
  summary: z.string().min(1).max(1000),
  confidence: z.number().min(0).max(1),
});

/** The same as JSON schema in the dialect of strict mode: every property required, nothing else allowed. */
export const answerSchema = {
  type: 'object',
  additionalProperties: false,
  required: Object.keys(answer.shape),
  properties: {
    category: { type: 'string', enum: [...shippedCategories] },
    complaint: { type: 'boolean' },
    priority: { type: 'string', enum: [...priorities] },
    priority_reasons: { type: 'array', items: { type: 'string' } },
    sentiment: { type: 'string', enum: [...sentiments] },
    language: { type: 'string', description: 'ISO 639-1 code, or und' },
    summary: { type: 'string', description: 'At most 240 characters, in the language of the mail' },
    confidence: { type: 'number', description: '0 to 1' },
  },
};

const sureEnough = 0.7;

/** @throws ZodError or SyntaxError when the answer is not what was asked for */
export function readAnswer(content: string): Analysis {
  const { priority_reasons, summary, ...rest } = answer.parse(JSON.parse(content));
  return {
    ...rest,
    priorityReasons: priority_reasons.map((reason) => shortened(reason, 200)),
    summary: shortened(summary, 240),
    needsReview: rest.confidence < sureEnough,
    engine: 'openai',
  };
}

function shortened(text: string, longest: number): string {
  const line = text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1).trimEnd()}…`;
}
