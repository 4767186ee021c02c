import { askInstructions, askSchema, readAskAnswer } from '../../domain/ask/ask-model-question.ts';
import type { AskMoment, AskQuery, Named, Reading } from '../../domain/ask/ask-query.ts';
import { trendMetrics } from '../../domain/vocabulary.ts';
import type { IntakeDeps } from '../intake/deps.ts';
import { whyNot } from '../triage/analysis-desk.ts';
import type { TriageDeps } from '../triage/deps.ts';
import type { NamesDeps } from './names-here.ts';

export interface AskModelDeps
  extends NamesDeps,
    Pick<TriageDeps, 'questions' | 'triageSettings'>,
    Pick<IntakeDeps, 'analysisDeadlineMs'> {
  /** The schema that queries must pass, whoever wrote them; null for what does not. */
  validQuery: (value: unknown) => AskQuery | null;
}

const answerTokens = 500;

type Widened = { kind: 'read'; reading: Reading } | { kind: 'none'; why?: string };

/** What a language model makes of a question that the grammar does not know, as a query that passes the same schema. */
export async function askModel(
  deps: AskModelDeps,
  question: string,
  names: Named[],
  moment: AskMoment,
): Promise<Widened> {
  const { ai } = await deps.triageSettings.current();
  if (deps.questions === null || ai.engine === 'local') return { kind: 'none' };
  const categories = names.filter(({ kind }) => kind === 'category').map(({ key }) => key);
  const answer = await deps.questions.ask(
    {
      instructions: askInstructions(moment),
      data: { question: question.slice(0, 500) },
      name: 'query',
      schema: askSchema(categories),
      mostTokens: answerTokens,
      strictRedaction: ai.redaction === 'strict',
    },
    ai,
    null,
    deps.analysisDeadlineMs,
  );
  if (answer.kind === 'none') return { kind: 'none', why: whyNot[answer.why] };
  const query = deps.validQuery(readAskAnswer(answer.value, names, moment.zone));
  if (query === null || !askable(query, categories)) return { kind: 'none', why: whyNot.unusable };
  return { kind: 'read', reading: { kind: 'query', query, language: 'en', notes: [], alternatives: [] } };
}

function askable({ interval, metric, filter }: AskQuery, categories: string[]): boolean {
  const known = (filter.category ?? []).every((one) => categories.includes(one));
  return known && (interval === undefined || trendMetrics.includes(metric));
}
