import type { AnswerAllowance } from '../../ports/answer-allowance.ts';
import type { Blobs } from '../../ports/blobs.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Directory } from '../../ports/directory.ts';
import type { MailDecisions } from '../../ports/mail-decisions.ts';
import type { MailSender } from '../../ports/mail-sender.ts';
import type { Outbox } from '../../ports/outbox.ts';
import type { OutgoingText } from '../../ports/outgoing-text.ts';
import type { SettingsStore } from '../../ports/settings.ts';
import type { Clock, Ids, Log } from '../../ports/system.ts';
import type { SurveyLinks } from '../surveys/survey-links.ts';
import type { SendPace } from './send-pace.ts';

/** What sending mail needs. */
export interface OutboxDeps {
  outbox: Outbox;
  sender: MailSender;
  store: CaseStore;
  decisions: MailDecisions;
  allowance: AnswerAllowance;
  settings: Pick<SettingsStore, 'read'>;
  directory: Directory;
  blobs: Blobs;
  outgoingText: OutgoingText;
  clock: Clock;
  ids: Ids;
  log: Log;
  pace: SendPace;
  surveyLinks: SurveyLinks;
  /** Lower-case addresses of the watched mailboxes. */
  ourMailboxes: string[];
  /** How long one process may try before another may. Longer than a call to Graph can take. */
  claimMs: number;
  /** How long a mail that was perhaps sent is looked for before it is sent anew. */
  lookMs: number;
}
