import type { SupportCase } from '../../domain/case/case.ts';
import type { Instant } from '../../domain/mail/mail.ts';
import { escapeHtml } from '../../domain/reply/plain-html.ts';
import type { SurveySettings } from '../../domain/survey/survey-settings.ts';
import { questionIn, surveyLanguage, surveyWords } from '../../domain/survey/survey-words.ts';
import type { Rating } from '../../domain/vocabulary.ts';
import { ratings } from '../../domain/vocabulary.ts';
import type { SurveyLinks } from './survey-links.ts';

const dayMs = 24 * 60 * 60_000;

/** The question with a link for each rating, as it stands in a mail. */
export interface SurveyBlock {
  question: string;
  text: string;
  html: string;
}

export function surveyBlock(
  links: SurveyLinks,
  { questions, answerDays }: SurveySettings,
  { id, language }: Pick<SupportCase, 'id' | 'language'>,
  ending: Instant,
  nowMs: number,
): SurveyBlock {
  const question = questionIn(questions, language);
  const words = surveyWords(language).ratings;
  const link = links.to({ caseId: id, ending, untilMs: nowMs + answerDays * dayMs });
  const best = ratings.toReversed();
  const address = (rating: Rating) => `${link}?rating=${rating}`;
  const anchors = best.map((rating) => `<a href="${escapeHtml(address(rating))}">${escapeHtml(words[rating])}</a>`);
  return {
    question,
    text: [question, ...best.map((rating) => `${words[rating]}: ${address(rating)}`)].join('\n'),
    html: `<p lang="${surveyLanguage(language)}">${escapeHtml(question)}<br>${anchors.join('<br>')}</p>`,
  };
}
