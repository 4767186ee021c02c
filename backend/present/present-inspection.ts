import type { InspectedMail } from '../contracts/mail.ts';
import type { Judgement } from '../domain/mail/mail.ts';

/** What was found out about a mail. */
export interface Inspection {
  judgement: Judgement;
  visibleText: string;
  signature: string;
  safeHtml: string;
  baseSubject: string;
  match: { caseId: string | null; why: string };
}

export function presentInspection(found: Inspection): InspectedMail {
  const { judgement, signature, match } = found;
  return {
    fate: judgement.kind,
    suppressAutoResponse: !judgement.mayAutoRespond,
    reasons: judgement.reasons,
    visibleText: found.visibleText,
    ...(signature !== '' && { signature }),
    safeHtml: found.safeHtml,
    baseSubject: found.baseSubject,
    match: { caseId: match.caseId, why: match.why },
  };
}
