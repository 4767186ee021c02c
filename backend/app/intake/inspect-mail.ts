import { baseSubject } from '../../domain/mail/subject.ts';
import { placeOf } from './decide-case.ts';
import type { IntakeDeps } from './deps.ts';
import { findMatch, type MatchDeps } from './find-match.ts';
import { openedBy } from './mail-key.ts';
import type { InspectedMail, MailToInspect } from './mail-use-cases.ts';
import { broughtPart, type StudiedMail, type StudyDeps, studyMail } from './study-mail.ts';

export type InspectDeps = Pick<IntakeDeps, 'readMail' | 'mailText'> & MatchDeps & StudyDeps;

/**
 * What would become of a mail if it lay in the mailbox now, and how it would read. Changes nothing and waits for nothing:
 * an answer whose parent is still on its way counts as one that answers nobody.
 */
export async function inspectMail(deps: InspectDeps, { message, mailbox }: MailToInspect): Promise<InspectedMail> {
  const mail = deps.readMail(mailbox ?? deps.ourMailboxes[0] ?? '', message);
  const ourMailboxes = [...deps.ourMailboxes, mail.mailbox];
  const studied = await studyMail({ ...deps, ourMailboxes }, mail, broughtPart);
  return {
    judgement: studied.judgement,
    ...deps.mailText.read(mail.body),
    baseSubject: baseSubject(mail.subject),
    match: await placeInCases(deps, studied),
  };
}

async function placeInCases(deps: InspectDeps, studied: StudiedMail): Promise<InspectedMail['match']> {
  const { mailKey } = studied;
  const { match, seen } = await findMatch(deps, studied, false);
  const held = seen.get(mailKey);
  const decided = held !== undefined && !held.awaited;
  const own = openedBy(deps.ids, mailKey);
  const place = placeOf(match, studied, own.caseId);
  const caseId = decided ? held.caseId : place.caseId;
  const why = decided && held.caseId !== place.caseId ? 'It was decided when the mail was first read.' : place.why;
  const exists = caseId !== null && (await deps.store.get(caseId)) !== undefined;
  return { caseId: exists ? caseId : null, why };
}
