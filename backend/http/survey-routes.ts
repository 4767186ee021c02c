import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Request, Response, Server } from 'restify';
import type { SurveyUseCases } from '../app/surveys/survey-use-cases.ts';
import { plainComment } from '../domain/survey/plain-comment.ts';
import type { Clock, Log } from '../ports/system.ts';
import { DoorProblem } from './door-problem.ts';
import { addRoute, type Route } from './mount.ts';
import { RateLimit } from './rate-limit.ts';
import { readBytes } from './read-body.ts';
import { respond, respondProblem } from './respond.ts';
import { formPolicy } from './security-headers.ts';
import { busyPage, longestComment, ratingOf, type SurveyForm, surveyPage } from './survey-page.ts';
import { surveyStyle } from './survey-style.ts';

export interface SurveyRouteDeps {
  app: SurveyUseCases;
  clock: Clock;
  log: Log;
  docsUrl: string;
}

/** Of one link, in a minute: enough for somebody who changes their mind, too little to try things out. */
const mostOfLink = 20;
/** Of all links together; beyond it the page would cost everybody else. */
const mostOfAll = 1_200;
const bodyLimit = 32 * 1024;
const nothing: SurveyForm = { rating: null, comment: '', incomplete: false };

/**
 * The page behind the link of a survey mail. It needs no sign-in: the link is signed. Looking at it answers nothing, since
 * mail systems follow links by themselves; only sending its form does.
 */
export function mountSurveys(server: Server, deps: SurveyRouteDeps): void {
  const ofLink = new RateLimit(mostOfLink, deps.clock);
  const ofAll = new RateLimit(mostOfAll, deps.clock);
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': formPolicy(createHash('sha256').update(surveyStyle).digest('base64')),
  };
  const route = (name: string, serve: (link: string, request: Request, response: Response) => Promise<void>): Route =>
    async function survey(request, response) {
      try {
        const link = String((request.params as { ticket?: string }).ticket);
        const wait = Math.max(ofAll.take(''), ofLink.take(link.slice(0, 200)));
        if (wait > 0) respond(response, 429, { ...headers, 'Retry-After': String(wait) }, busyPage('en'));
        else await serve(link, request, response);
      } catch (error) {
        respondProblem(response, error, { docsUrl: deps.docsUrl, log: deps.log, route: name });
      }
    };
  addRoute(
    server,
    'GET',
    '/survey/{ticket}',
    route('survey.open', async (link, request, response) => {
      const survey = await deps.app.openSurvey(link);
      const chosen = new URL(request.url ?? '', 'http://here').searchParams.get('rating');
      const status = survey.state === 'over' ? 410 : 200;
      respond(response, status, headers, surveyPage(survey, { ...nothing, rating: ratingOf(chosen) }));
    }),
  );
  addRoute(
    server,
    'POST',
    '/survey/{ticket}',
    route('survey.answer', async (link, request, response) => {
      const form = await readForm(request);
      const rating = ratingOf(form.get('rating'));
      const comment = plainComment(form.get('comment') ?? '', longestComment);
      if (rating === null) {
        const survey = await deps.app.openSurvey(link);
        const status = survey.state === 'over' ? 410 : survey.state === 'answered' ? 200 : 422;
        respond(response, status, headers, surveyPage(survey, { rating, comment, incomplete: true }));
        return;
      }
      const survey = await deps.app.answerSurvey(link, { rating, comment });
      respond(response, survey.state === 'over' ? 410 : 200, headers, surveyPage(survey, nothing));
    }),
  );
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/x-www-form-urlencoded(?:\s*;|$)/i.test(type)) {
    const detail = 'The form must be sent as application/x-www-form-urlencoded.';
    throw new DoorProblem(415, 'unsupported-media-type', detail);
  }
  return new URLSearchParams((await readBytes(request, bodyLimit)).toString('utf8'));
}
