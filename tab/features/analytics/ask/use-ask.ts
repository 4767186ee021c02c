import { useCallback, useRef } from 'react';
import type { AskAnswer } from '../../../../backend/contracts/ask.ts';
import { language } from '../../../../ui/language.ts';
import { useSession } from '../../../session/session.ts';
import { ownZone } from '../period.ts';
import { useLiveQuestion } from '../use-live-question.ts';
import { type Asked, writeAsked } from './asked.ts';

/**
 * The answer to what is asked; null before the first, and where nothing is asked. A question is read once: as cases change
 * its figures follow by the query that was understood, so that no language model is asked again.
 */
export function useAsk(asked: Asked) {
  const { api } = useSession();
  const { question } = asked;
  const written = JSON.stringify(asked.query);
  const key = JSON.stringify(writeAsked(asked));
  const understood = useRef<{ key: string; answer: AskAnswer } | null>(null);
  const ask = useCallback(async () => {
    const query = JSON.parse(written);
    if (query === null && question === '') return null;
    const before = understood.current?.key === key ? understood.current.answer : null;
    const known = query ?? before?.answer?.query;
    const body = known === undefined ? { question } : { query: known, language };
    const now = await api('ask', { body: { ...body, timeZone: ownZone } });
    const answer = before === null || now.answer === null ? now : withReading(now, before);
    understood.current = { key, answer };
    return answer;
  }, [api, key, question, written]);
  return useLiveQuestion(ask);
}

/** Later figures, with how the question was read. */
function withReading(now: AskAnswer, first: AskAnswer): AskAnswer {
  const { reading, notes } = first.answer ?? { reading: '', notes: [] };
  return { ...first, asOf: now.asOf, answer: now.answer && { ...now.answer, reading, notes } };
}
