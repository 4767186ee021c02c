import { useCallback } from 'react';
import type { ReportAnswer, ReportQuestion } from '../../../../backend/contracts/report.ts';
import { useSession } from '../../../session/session.ts';
import { type Answered, useLiveQuestion } from '../use-live-question.ts';

/** The answer of a question, live. */
export function useAnswer(question: ReportQuestion): Answered<ReportAnswer> {
  const { api } = useSession();
  const text = JSON.stringify(question);
  const ask = useCallback(() => api('askReport', { body: JSON.parse(text) as ReportQuestion }), [api, text]);
  return useLiveQuestion(ask);
}
