import { judge } from '../../domain/mail/judge.ts';
import type { IncomingMail, Judgement } from '../../domain/mail/mail.ts';
import { baseSubject } from '../../domain/mail/subject.ts';
import { placeOf } from './decide-case.ts';
import type { IntakeDeps } from './deps.ts';
import { findMatch } from './find-match.ts';
import { mailKeyOf, openedBy } from './mail-key.ts';
import type { InspectedMail, MailToInspect } from './mail-use-cases.ts';

export type InspectDeps = Pick<
  IntakeDeps,
  'readMail' | 'mailText' | 'store' | 'index' | 'decisions' | 'ids' | 'ourMailboxes'
>;

/**
 * What would become of a mail if it lay in the mailbox now, and how it would read. Changes nothing and waits for nothing:
 * an answer whose parent is still on its way counts as one that answers nobody.
 */
export async function inspectMail(deps: InspectDeps, { message, mailbox }: MailToInspect): Promise<InspectedMail> {
  const mail = deps.readMail(mailbox ?? deps.ourMailboxes[0] ?? '', message);
  const judgement = judge(mail, { mailboxes: [...deps.ourMailboxes, mail.mailbox] });
  return {
    judgement,
    ...deps.mailText.read(mail.body),
    baseSubject: baseSubject(mail.subject),
    match: await placeInCases(deps, mail, judgement),
  };
}

async function placeInCases(
  deps: InspectDeps,
  mail: IncomingMail,
  judgement: Judgement,
): Promise<InspectedMail['match']> {
  const mailKey = mailKeyOf(deps.ids, mail);
  const { match, seen } = await findMatch(deps, mail, mailKey, false);
  const held = seen.get(mailKey);
  const decided = held !== undefined && !held.awaited;
  const own = openedBy(deps.ids, mailKey);
  const place = placeOf(match, judgement, own.caseId);
  const caseId = decided ? held.caseId : place.caseId;
  const why = decided && held.caseId !== place.caseId ? 'It was decided when the mail was first read.' : place.why;
  const exists = caseId !== null && (await deps.store.get(caseId)) !== undefined;
  return { caseId: exists ? caseId : null, why };
}
