import { z } from 'zod';
import { Case } from '../case.ts';
import type { Endpoint } from '../endpoint.ts';
import { Reply, ReplyCheck, ReplyCheckRequest, ReplyRequest } from '../reply.ts';
import { FilledTemplate, TemplatesDocument, TemplateTrial } from '../templates.ts';
import { caseId } from './cases.ts';

const messageOfCase = caseId.extend({ messageId: z.string().min(1).max(64) });

export const replyEndpoints = {
  replyToCase: {
    method: 'POST',
    path: '/api/cases/{id}/reply',
    summary: 'Answer the customer; 409 recipients-changed when somebody is added or dropped and that was not accepted',
    tag: 'Cases',
    permission: 'cases.write',
    params: caseId,
    body: ReplyRequest,
    response: Reply,
    success: 201,
    idempotencyKey: 'made',
  },
  checkReply: {
    method: 'POST',
    path: '/api/cases/{id}/reply/check',
    summary: 'Who would receive a reply, who is added or dropped, and what is odd about it; changes nothing',
    tag: 'Cases',
    permission: 'cases.read',
    params: caseId,
    body: ReplyCheckRequest,
    response: ReplyCheck,
    success: 200,
  },
  undoSend: {
    method: 'POST',
    path: '/api/cases/{id}/messages/{messageId}/undo-send',
    summary: 'Take back a reply that has not left; 409 once it is on its way',
    tag: 'Cases',
    permission: 'cases.write',
    params: messageOfCase,
    response: Case,
    success: 200,
    idempotencyKey: 'answer',
    etag: true,
  },
  sendAgain: {
    method: 'POST',
    path: '/api/cases/{id}/messages/{messageId}/send-again',
    summary: 'Try to send a refused reply once more',
    tag: 'Cases',
    permission: 'cases.write',
    params: messageOfCase,
    response: Case,
    success: 200,
    idempotencyKey: 'answer',
    etag: true,
  },
  readTemplates: {
    method: 'GET',
    path: '/api/settings/templates',
    summary: 'Texts of our mails, signatures, and when automatic mail is sent',
    tag: 'Settings',
    permission: 'settings.read',
    response: TemplatesDocument,
    success: 200,
    etag: true,
  },
  writeTemplates: {
    method: 'PUT',
    path: '/api/settings/templates',
    summary: 'Replace texts, signatures and rules of our mails; 422 names placeholders that mean nothing',
    tag: 'Settings',
    permission: 'settings.write',
    body: TemplatesDocument,
    response: TemplatesDocument,
    success: 200,
    ifMatch: 'required',
    etag: true,
  },
  previewTemplate: {
    method: 'POST',
    path: '/api/settings/templates/preview',
    summary: 'A text with its placeholders filled in for a case; changes nothing',
    tag: 'Settings',
    permission: 'settings.read',
    body: TemplateTrial,
    response: FilledTemplate,
    success: 200,
  },
} as const satisfies Record<string, Endpoint>;
