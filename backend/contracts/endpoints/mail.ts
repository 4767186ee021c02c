import { Case } from '../case.ts';
import type { Endpoint } from '../endpoint.ts';
import { FromMail, InspectedMail, Lookup, LookupQuery, MailInspection, Triage, TriageRequest } from '../mail.ts';

export const mailEndpoints = {
  caseFromMail: {
    method: 'POST',
    path: '/api/cases/from-mail',
    summary: 'Turn a mail into a case, or find the case that already holds it',
    tag: 'Cases',
    permission: 'cases.write',
    body: FromMail,
    response: Case,
    success: 201,
    idempotencyKey: 'answer',
    etag: true,
  },
  lookupMail: {
    method: 'GET',
    path: '/api/mail/lookup',
    summary: 'The case of a mail, and other cases of its sender',
    tag: 'Mail',
    permission: 'cases.read',
    query: LookupQuery,
    response: Lookup,
    success: 200,
  },
  inspectMail: {
    method: 'POST',
    path: '/api/mail/inspect',
    summary: 'What a mail is, how it reads, and which case it would join; changes nothing',
    tag: 'Mail',
    permission: 'cases.read',
    body: MailInspection,
    response: InspectedMail,
    success: 200,
  },
  previewTriage: {
    method: 'POST',
    path: '/api/triage/preview',
    summary: 'What the analyst would say of a text; changes nothing',
    tag: 'Mail',
    permission: 'cases.read',
    body: TriageRequest,
    response: Triage,
    success: 200,
  },
} as const satisfies Record<string, Endpoint>;
