import { Failure } from '../../domain/failure.ts';
import { readSummary, summaryData, summaryInstructions, summarySchema } from '../../domain/thread/summary-question.ts';
import { summariseThread, type ThreadSummary, threadSources } from '../../domain/thread/thread-summary.ts';
import {
  readTranslation,
  type Translation,
  translationData,
  translationInstructions,
  translationSchema,
} from '../../domain/thread/translation-question.ts';
import { type AnalystEngine, endedStatuses } from '../../domain/vocabulary.ts';
import { getCase } from '../cases/find-case.ts';
import type { IntakeDeps } from '../intake/deps.ts';
import { isOptedOut, whyNot } from './analysis-desk.ts';
import { AnswerMemory } from './answer-memory.ts';
import type { TriageDeps } from './deps.ts';

export interface ToldThread extends ThreadSummary {
  engine: AnalystEngine;
  /** Why the local engine spoke although a language model was wanted. */
  engineReason?: string;
}

export interface Translated extends Translation {
  /** The language wanted. */
  language: string;
}

/** What a conversation comes to, and what a message says in another language. Neither changes anything. */
export interface ThreadUseCases {
  /** By a language model where there is one, from the messages' own sentences otherwise. */
  summariseThread(ref: string, language: string): Promise<ToldThread>;
  /** @throws Failure `conflict` where no language model may see the text, `unavailable` where none answers */
  translateMessage(ref: string, messageId: string, language: string): Promise<Translated>;
}

type ThreadDeps = Pick<TriageDeps, 'questions' | 'triageSettings'> &
  Pick<IntakeDeps, 'store' | 'index' | 'analysisDeadlineMs'>;

const summaryTokens = 1_200;
const translationTokens = 4_000;
/** A person waits for these, no mail does. */
const patience = 3;

export function bindThreads(deps: ThreadDeps): ThreadUseCases {
  const summaries = new AnswerMemory<ThreadSummary>();
  const translations = new AnswerMemory<Translation>();
  return {
    async summariseThread(ref, language) {
      const { value } = await getCase(deps, ref);
      const sources = threadSources(await deps.store.messages(value.id));
      const local = () => summariseThread(sources, endedStatuses.includes(value.status));
      const { ai } = await deps.triageSettings.current();
      if (deps.questions === null || ai.engine === 'local' || sources.length === 0)
        return { ...local(), engine: 'local' };
      if (isOptedOut(ai, value.mailbox)) return { ...local(), engine: 'local', engineReason: whyNot.opted_out };
      const asked = [language, sources];
      const known = summaries.get(asked);
      if (known !== undefined) return { ...known, engine: 'openai' };
      const answer = await deps.questions.ask(
        {
          instructions: summaryInstructions,
          data: summaryData(sources, language),
          name: 'summary',
          schema: summarySchema,
          mostTokens: summaryTokens,
          strictRedaction: ai.redaction === 'strict',
        },
        ai,
        value.id,
        deps.analysisDeadlineMs * patience,
      );
      const told = answer.kind === 'answer' ? readSummary(answer.value, sources) : null;
      if (told === null) {
        const engineReason = answer.kind === 'none' ? whyNot[answer.why] : whyNot.unusable;
        return { ...local(), engine: 'local', engineReason };
      }
      summaries.set(asked, told);
      return { ...told, engine: 'openai' };
    },
    async translateMessage(ref, messageId, language) {
      const { value } = await getCase(deps, ref);
      const message = (await deps.store.messages(value.id)).find(({ id }) => id === messageId);
      if (message === undefined) throw new Failure('not-found', 'There is no such message on this case.');
      const { ai } = await deps.triageSettings.current();
      if (deps.questions === null)
        throw new Failure('unavailable', 'No language model is set up, so nothing can be translated.');
      if (ai.engine === 'local') throw new Failure('conflict', 'The settings let no language model see mail.');
      if (isOptedOut(ai, value.mailbox)) throw new Failure('conflict', whyNot.opted_out);
      const asked = [language, message.visibleText];
      const known = translations.get(asked);
      if (known !== undefined) return { ...known, language };
      const answer = await deps.questions.ask(
        {
          instructions: translationInstructions,
          data: translationData(message.visibleText, language),
          name: 'translation',
          schema: translationSchema,
          mostTokens: translationTokens,
          strictRedaction: ai.redaction === 'strict',
        },
        ai,
        value.id,
        deps.analysisDeadlineMs * patience,
      );
      const made = answer.kind === 'answer' ? readTranslation(answer.value, message.visibleText) : null;
      if (made === null)
        throw new Failure('unavailable', answer.kind === 'none' ? whyNot[answer.why] : whyNot.unusable);
      translations.set(asked, made);
      return { ...made, language };
    },
  };
}
