import type { Actor } from '../../domain/access/actor.ts';
import type { SupportCase } from '../../domain/case/case.ts';
import { draftData, draftInstructions, draftSchema, readDraft } from '../../domain/draft/draft-question.ts';
import { type Draft, groundDraft } from '../../domain/draft/ground.ts';
import { localDraft } from '../../domain/draft/local-draft.ts';
import { type Source, sourcesOf } from '../../domain/draft/sources.ts';
import type { Article } from '../../domain/knowledge/article.ts';
import { placeholderValues, type Speaker } from '../../domain/reply/placeholder-values.ts';
import { fillIn } from '../../domain/reply/placeholders.ts';
import type { AnalystEngine } from '../../domain/vocabulary.ts';
import { getCase } from '../cases/find-case.ts';
import type { IntakeDeps } from '../intake/deps.ts';
import { type KnowledgeDeps, suggestArticles } from '../knowledge/knowledge-use-cases.ts';
import { isOptedOut, whyNot } from './analysis-desk.ts';
import type { TriageDeps } from './deps.ts';

export interface DraftedReply extends Draft {
  engine: AnalystEngine;
  /** Why the local engine wrote although a language model was wanted. */
  engineReason?: string;
}

export type DraftDeps = Pick<TriageDeps, 'questions' | 'triageSettings'> &
  KnowledgeDeps &
  Pick<IntakeDeps, 'analysisDeadlineMs' | 'directory'>;

const articlesUsed = 3;
const draftTokens = 1_500;
/** A draft may take longer than an analysis: a person is waiting for it, no mail is. */
const patience = 3;

/** A reply for a person to edit and send. `wish` is what the agent asks for, or empty. Changes nothing. */
export async function draftReply(deps: DraftDeps, actor: Actor, ref: string, wish: string): Promise<DraftedReply> {
  const { value } = await getCase(deps, ref);
  const agent = await speakerOf(deps, actor);
  const found = (await suggestArticles(deps, value.id, articlesUsed)).map(({ article }) => article);
  const moment = { nowMs: deps.clock.nowMs(), timeZone: 'UTC', backAt: null };
  const values = placeholderValues(
    value,
    value.language === 'und' ? 'en' : value.language,
    { agent, team: null },
    moment,
  );
  const articles = found.map((one) => (one.kind === 'canned' ? { ...one, text: fillIn(one.text, values) } : one));
  const sources = sourcesOf(await deps.store.messages(value.id), articles, wish);
  const { ai } = await deps.triageSettings.current();
  if (deps.questions === null || ai.engine === 'local') return locally(value, sources, articles, agent.name);
  if (isOptedOut(ai, value.mailbox))
    return { ...locally(value, sources, articles, agent.name), engineReason: whyNot.opted_out };
  const answer = await deps.questions.ask(
    {
      instructions: draftInstructions,
      data: draftData(value, sources),
      name: 'draft',
      schema: draftSchema,
      mostTokens: draftTokens,
      strictRedaction: ai.redaction === 'strict',
    },
    ai,
    value.id,
    deps.analysisDeadlineMs * patience,
  );
  const sentences = answer.kind === 'answer' ? readDraft(answer.value) : null;
  if (sentences === null) {
    const engineReason = answer.kind === 'none' ? whyNot[answer.why] : whyNot.unusable;
    return { ...locally(value, sources, articles, agent.name), engineReason };
  }
  return { ...groundDraft(sentences, sources), engine: 'openai' };
}

function locally(value: SupportCase, sources: Source[], articles: Article[], agentName: string): DraftedReply {
  const languages = new Map(articles.map(({ id, language }) => [id, language]));
  const spoken = sources
    .filter(({ kind }) => kind === 'article' || kind === 'template')
    .map((source) => ({ ...source, language: languages.get(source.id) ?? null }));
  return { ...localDraft(value, sources, spoken, agentName), engine: 'local' };
}

async function speakerOf(deps: Pick<IntakeDeps, 'directory'>, actor: Actor): Promise<Speaker> {
  const agent = await deps.directory.agent(actor.id);
  return { name: agent?.name ?? actor.name, email: agent?.email ?? '' };
}
