import type { OpenSurvey } from '../app/surveys/survey-use-cases.ts';
import { escapeHtml } from '../domain/reply/plain-html.ts';
import { isRating } from '../domain/survey/satisfaction.ts';
import { type SurveyWords, surveyWords } from '../domain/survey/survey-words.ts';
import type { Rating } from '../domain/vocabulary.ts';
import { ratings } from '../domain/vocabulary.ts';
import { surveyStyle } from './survey-style.ts';

export const longestComment = 2_000;

/** What was on the form when it was sent, to be shown again with what is wrong. */
export interface SurveyForm {
  rating: Rating | null;
  comment: string;
  /** Whether it lacked a rating. */
  incomplete: boolean;
}

export function ratingOf(text: string | null): Rating | null {
  const rating = Number(text);
  return isRating(rating) ? rating : null;
}

/** The page behind the link in a survey mail: no script, nothing from elsewhere. */
export function surveyPage(survey: OpenSurvey, form: SurveyForm): string {
  const words = surveyWords(survey.language);
  if (survey.state === 'answered') return page(survey.language, words.thanks, `<p>${text(words.thanksMore)}</p>`);
  if (survey.state === 'over') return page(survey.language, words.over, `<p>${text(words.overMore)}</p>`);
  return page(survey.language, words.title, formHtml(survey, words, form));
}

export function busyPage(language: string): string {
  const words = surveyWords(language);
  return page(language, words.title, `<p>${text(words.busy)}</p>`);
}

function formHtml({ question, caseNumber }: OpenSurvey, words: SurveyWords, form: SurveyForm): string {
  const choices = ratings.toReversed().map((rating) => {
    const checked = rating === form.rating ? ' checked' : '';
    return `<label class="choice"><input type="radio" name="rating" value="${rating}" required${checked}>${text(words.ratings[rating])}</label>`;
  });
  return [
    caseNumber === null ? '' : `<p class="soft">${text(words.about(caseNumber))}</p>`,
    form.incomplete ? `<p class="bad" role="alert" id="fault">${text(words.choose)}</p>` : '',
    '<form method="post">',
    `<fieldset${form.incomplete ? ' aria-describedby="fault"' : ''}><legend>${text(question)}</legend>${choices.join('')}</fieldset>`,
    `<label class="comment" for="comment">${text(words.comment)}</label>`,
    `<span class="soft" id="hint">${text(words.commentHint)}</span>`,
    `<textarea id="comment" name="comment" maxlength="${longestComment}" aria-describedby="hint">${text(form.comment)}</textarea>`,
    `<button type="submit">${text(words.send)}</button></form>`,
  ].join('\n');
}

function page(language: string, title: string, body: string): string {
  return [
    `<!doctype html><html lang="${text(language)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">',
    `<title>${text(title)}</title><style>${surveyStyle}</style></head>`,
    `<body><main><h1>${text(title)}</h1>${body}</main></body></html>`,
  ].join('\n');
}

const text = escapeHtml;
