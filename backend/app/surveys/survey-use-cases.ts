import { customerActor } from '../../domain/access/actor.ts';
import type { CaseMessage, SupportCase } from '../../domain/case/case.ts';
import { quietly } from '../../domain/case/change.ts';
import { refusalOf, withAnswer } from '../../domain/survey/satisfaction.ts';
import type { SurveySettings } from '../../domain/survey/survey-settings.ts';
import { questionIn, surveyLanguage } from '../../domain/survey/survey-words.ts';
import type { Ticket } from '../../domain/survey/ticket.ts';
import type { Rating } from '../../domain/vocabulary.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { SettingsStore } from '../../ports/settings.ts';
import type { Clock, Ids } from '../../ports/system.ts';
import { replySettings } from '../replies/reply-settings.ts';
import type { SurveyLinks } from './survey-links.ts';

/** What a customer may see behind the link of their mail. */
export interface OpenSurvey {
  /** `open`: may be answered. `answered`: was. `over`: cannot be any more, or never could. */
  state: 'open' | 'answered' | 'over';
  /** Two letters, in which the customer is spoken to. */
  language: string;
  question: string;
  caseNumber: string | null;
}

export interface SurveyAnswer {
  rating: Rating;
  /** Plain text, empty for none. */
  comment: string;
}

/** For customers, who sign in nowhere: whoever has the link got the mail. */
export interface SurveyUseCases {
  /** Looking changes nothing, so a scanner of links answers nothing. */
  openSurvey(link: string): Promise<OpenSurvey>;
  /** Notes the answer; the first one to each ending holds. */
  answerSurvey(link: string, answer: SurveyAnswer): Promise<OpenSurvey>;
}

export interface SurveyDeps {
  store: CaseStore;
  settings: Pick<SettingsStore, 'read'>;
  links: SurveyLinks;
  clock: Clock;
  ids: Ids;
}

/** @param settled resolves once lists show the case */
export function bindSurveys(deps: SurveyDeps, settled: (caseId: string) => Promise<void>): SurveyUseCases {
  return {
    openSurvey: (link) => open(deps, link),
    async answerSurvey(link, answer) {
      const ticket = valid(deps, link);
      if (ticket === null) return open(deps, link);
      await record(deps, ticket, answer);
      await settled(ticket.caseId);
      return open(deps, link);
    },
  };
}

function valid({ links, clock }: SurveyDeps, link: string): Ticket | null {
  const ticket = links.read(link);
  return ticket === null || ticket.untilMs <= clock.nowMs() ? null : ticket;
}

async function open(deps: SurveyDeps, link: string): Promise<OpenSurvey> {
  const ticket = valid(deps, link);
  const found = ticket === null ? undefined : await deps.store.get(ticket.caseId);
  if (ticket === null || found === undefined) return over({}, 'en');
  const { value } = found;
  const { survey } = await replySettings(deps);
  const refusal = refusalOf(value, ticket.ending);
  if (refusal === 'over') return over(survey.questions, value.language);
  return { ...over(survey.questions, value.language), state: refusal ?? 'open', caseNumber: value.number };
}

function over(questions: SurveySettings['questions'], language: string): OpenSurvey {
  const spoken = surveyLanguage(language);
  return { state: 'over', language: spoken, question: questionIn(questions, language), caseNumber: null };
}

/** The rating, the comment as a note of the customer, and the entry of the history, in one commit. */
async function record(deps: SurveyDeps, { caseId, ending }: Ticket, { rating, comment }: SurveyAnswer): Promise<void> {
  const id = deps.ids.derived('survey answer', caseId, ending);
  await deps.store.transact(caseId, `survey-answer|${id}`, async (tx) => {
    const found = await tx.case(caseId);
    if (found === undefined || refusalOf(found.value, ending) !== null) return;
    const at = deps.clock.now();
    const { customer, satisfaction, messageCount, mergedInto } = found.value;
    const counts = comment !== '' && mergedInto === null ? 1 : 0;
    const answered = withAnswer(satisfaction, ending, rating, at);
    tx.putCase(quietly(found, { satisfaction: answered, messageCount: messageCount + counts, updatedAt: at }));
    if (comment !== '') tx.addMessage(commentOf(found.value, id, comment, at));
    tx.record({
      kind: 'survey.answered',
      caseId,
      at,
      actor: customerActor(customer.email, customer.name),
      changes: [{ field: 'rating', from: satisfaction?.answer?.rating ?? null, to: rating }],
      messageId: comment === '' ? null : id,
      mail: null,
      reason: null,
    });
  });
}

function commentOf({ id: caseId, customer }: SupportCase, id: string, comment: string, at: string): CaseMessage {
  return {
    id,
    caseId,
    direction: 'note',
    from: customer,
    to: [],
    cc: [],
    subject: '',
    visibleText: comment,
    hasQuoted: false,
    safeHtml: '',
    at,
    attachments: [],
    internetMessageId: null,
    graph: null,
    automatic: false,
    threadedBy: { rule: 'survey', why: 'The customer added it to their rating.' },
  };
}
