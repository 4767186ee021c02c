import type { ListedMail } from './inbox.ts';

/** What was sent last: one mail to follow, or only how many. */
export type Sent = { mailId: string } | { words: string };

/** The one line under the form, and the case it speaks of. */
export interface LastResult {
  words: string;
  caseNumber: string | null;
  after: string;
}

/** "received 14:31:20, case HC-1048 opened after 0.4 s", as far as it has come. */
export function lastResult(sent: Sent, mails: ListedMail[]): LastResult {
  if ('words' in sent) return { words: sent.words, caseNumber: null, after: '' };
  const mail = mails.find((each) => each.id === sent.mailId);
  if (mail === undefined) return { words: 'Last one: on its way', caseNumber: null, after: '' };
  const received = `Last one: received ${clockTime.format(Date.parse(mail.receivedAt))}`;
  if (mail.fate === null) return { words: `${received}, being read`, caseNumber: null, after: '' };
  const { outcome, caseNumber, tookMs, reason } = mail.fate;
  if (caseNumber === null) return { words: `${received}, no case: ${reason}`, caseNumber: null, after: '' };
  const verb = { opened: 'opened', joined: 'joined', kept_apart: 'kept apart', parked: 'parked' }[outcome];
  return { words: `${received}, case `, caseNumber, after: ` ${verb} after ${(tookMs / 1000).toFixed(1)} s` };
}

const clockTime = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });
