import type { App } from '../../app/app.ts';
import type { ReplyRequest } from '../../contracts/reply.ts';
import { TemplatesDocument } from '../../contracts/templates.ts';
import { presentCase } from '../../present/present-case.ts';
import { presentMessage } from '../../present/present-message.ts';
import type { RenderedCases } from '../rendered-cases.ts';
import type { ApiHandlers } from './api-handlers.ts';
import { caseAnswer } from './cases.ts';
import { readDocument, writeDocument } from './settings.ts';

type ReplyRoutes = Pick<
  ApiHandlers,
  'replyToCase' | 'checkReply' | 'undoSend' | 'sendAgain' | 'readTemplates' | 'writeTemplates' | 'previewTemplate'
>;

export function replyRoutes(app: App, rendered: RenderedCases): ReplyRoutes {
  return {
    replyToCase: async ({ actor, viewer, params, body, idempotency }) => {
      const input = { ...body, attachments: filesOf(body) };
      const { message, case: value, created } = await app.replyToCase(actor, params.id, input, idempotency);
      const headers = { Location: `/api/cases/${value.value.id}/messages`, ...(!created && replayed) };
      const alsoReplying = app.alsoReplying(actor, value.value.id);
      return { body: { ...presentMessage(message), case: presentCase(value, viewer), alsoReplying }, headers };
    },
    checkReply: async ({ actor, params, body }) => {
      const checked = await app.checkReply(params.id, body);
      return { body: { ...checked, alsoReplying: app.alsoReplying(actor, params.id) } };
    },
    undoSend: async ({ actor, viewer, params }) =>
      caseAnswer(rendered, await app.undoSend(actor, params.id, params.messageId), viewer),
    sendAgain: async ({ actor, viewer, params }) =>
      caseAnswer(rendered, await app.sendAgain(actor, params.id, params.messageId), viewer),
    readTemplates: () => readDocument(app, 'templates', TemplatesDocument),
    writeTemplates: ({ actor, body, ifMatch }) =>
      writeDocument(app, actor, 'templates', TemplatesDocument, body, ifMatch),
    previewTemplate: async ({ actor, body }) => ({ body: await app.fillTemplate(actor, body) }),
  };
}

const replayed = { 'Idempotency-Replayed': 'true' };

function filesOf({ attachments = [] }: ReplyRequest) {
  return attachments.map(({ name, type, content }) => ({ name, type, bytes: Buffer.from(content, 'base64') }));
}
