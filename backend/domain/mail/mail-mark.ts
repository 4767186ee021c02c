import type { MailKind, MailOutcome } from '../vocabulary.ts';
import type { Likeness } from './likeness.ts';
import type { Instant, MailFate } from './mail.ts';

/** What the log says of a mail when its fate is written: enough to list it and to notice loops without reading the fate. */
export interface MailMark {
  mailKey: string;
  outcome: MailOutcome;
  /** Absent in entries from before it was kept, and where nothing but a case was made. */
  seen?: {
    kind: MailKind;
    mailbox: string;
    from: string | null;
    subject: string;
    receivedAt: Instant;
    /** Whether it answers a mail, by its own words. */
    answers: boolean;
    likeness: Likeness | null;
  };
  /** Id of the task it is about, where somebody outside has one. */
  task?: string;
  /** True when this fate takes the place of an earlier one of the same mail. */
  again?: true;
}

const longestSubject = 120;

export function markOf(fate: MailFate, text: { answers: boolean; likeness: Likeness | null }, again = false): MailMark {
  const { mailKey, outcome, kind, mailbox, from, receivedAt, taskId } = fate;
  const seen = { kind, mailbox, from, subject: fate.subject.slice(0, longestSubject), receivedAt, ...text };
  return { mailKey, outcome, seen, ...(taskId !== undefined && { task: taskId }), ...(again && { again }) };
}
