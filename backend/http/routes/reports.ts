import type { App } from '../../app/app.ts';
import type { EditableReport, Report, ReportAnswer, ReportQuestion } from '../../contracts/report.ts';
import type { Actor } from '../../domain/access/actor.ts';
import type { Versioned } from '../../domain/case/case.ts';
import { Failure, isFailure } from '../../domain/failure.ts';
import type { ReportFormat } from '../../domain/vocabulary.ts';
import type { PrintReport } from '../../ports/report-printer.ts';
import type { SavedReport, ReportQuestion as StoredQuestion } from '../../ports/reports.ts';
import { presentFilter, presentReport, presentRun } from '../../present/present-report.ts';
import type { Answer } from '../call.ts';
import { filterFrom } from '../case-query.ts';
import { type IfMatch, versionToMatch } from '../entity-tags.ts';
import { fileName, reportFile, reportTypes } from '../report-files.ts';
import type { ApiHandlers } from './api-handlers.ts';

type ReportRoutes = Pick<
  ApiHandlers,
  | 'listReports'
  | 'createReport'
  | 'askReport'
  | 'getReport'
  | 'replaceReport'
  | 'deleteReport'
  | 'runReport'
  | 'reportFile'
>;

export function reportRoutes(app: App, print: PrintReport): ReportRoutes {
  const versionOf = (actor: Actor, id: string) => async () => (await app.getReport(actor, id)).etag;
  const answerOf = async (actor: Actor, question: StoredQuestion): Promise<ReportAnswer> => {
    const [run, names] = await Promise.all([app.askReport(actor, question), app.groupNames(question.by)]);
    return presentRun(run, question, names);
  };
  const file = async (actor: Actor, format: ReportFormat, name: string, question: StoredQuestion) => {
    const answer = await answerOf(actor, question);
    const bytes = await reportFile(format, name, answer, presentFilter(question.filter), print);
    return { body: bytes, headers: fileHeaders(format, name, answer.asOf) };
  };
  return {
    listReports: async ({ actor }) => {
      const items = (await app.listReports(actor)).map(presentReport);
      return { body: { items, total: items.length } };
    },
    createReport: async ({ actor, body, idempotency }) => {
      const report = await app.createReport(actor, fieldsOf(body, actor), idempotency);
      return { ...shown(report), status: 201 };
    },
    askReport: async ({ actor, body }) => ({ body: await answerOf(actor, questionOf(body, actor)) }),
    getReport: async ({ actor, params }) => shown(await app.getReport(actor, params.id)),
    replaceReport: ({ actor, params, body, ifMatch }) =>
      changed(versionOf(actor, params.id), ifMatch, (version) =>
        app.changeReport(actor, params.id, fieldsOf(body, actor), version),
      ),
    deleteReport: ({ actor, params, ifMatch }) =>
      changed(versionOf(actor, params.id), ifMatch, (version) => app.deleteReport(actor, params.id, version)),
    runReport: async ({ actor, params, query }) => {
      const { name, question } = (await app.getReport(actor, params.id)).value;
      if (query.format !== 'json') return file(actor, query.format, name, question);
      const answer = await answerOf(actor, question);
      const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' };
      return { body: Buffer.from(JSON.stringify(answer)), headers };
    },
    reportFile: ({ actor, query, body }) => file(actor, query.format, body.name, questionOf(body.question, actor)),
  };
}

function questionOf(asked: ReportQuestion, actor: Actor): StoredQuestion {
  return { ...asked, filter: filterFrom(asked.filter, actor.id) };
}

function fieldsOf({ name, shared, question }: EditableReport, actor: Actor) {
  return { name, shared, question: questionOf(question, actor) };
}

function shown(report: Versioned<SavedReport>): Answer<Report> {
  return { body: presentReport(report), etag: report.etag };
}

async function changed(
  present: () => Promise<string>,
  ifMatch: IfMatch | undefined,
  change: (version: string | undefined) => Promise<Versioned<SavedReport>>,
): Promise<Answer<Report>> {
  try {
    return shown(await change(await versionToMatch(ifMatch, present)));
  } catch (error) {
    if (!isFailure(error, 'stale') || error.current === undefined) throw error;
    const current = presentReport(error.current as Versioned<SavedReport>);
    throw new Failure('stale', error.message, { current, cause: error });
  }
}

function fileHeaders(format: ReportFormat, name: string, asOf: string): Record<string, string> {
  return {
    'Content-Type': reportTypes[format],
    'Content-Disposition': `attachment; filename="${fileName(name, asOf, format)}"`,
    'Cache-Control': 'no-store',
  };
}
