import type { Calendar } from '../sla/calendar.ts';
import { noSurvey, type SurveySettings } from '../survey/survey-settings.ts';
import { type FollowUpRules, noFollowUps } from './follow-up.ts';
import { shippedTemplates } from './shipped/shipped-templates.ts';
import type { Template } from './template.ts';

/** What stands under mails: of one mailbox or all, of one agent or all. */
export interface Signature {
  mailbox: string | null;
  /** Agent id. */
  agent: string | null;
  /** May hold placeholders. */
  text: string;
}

/** What an administrator decides about the mails we send. */
export interface ReplySettings {
  acknowledgements: {
    enabled: boolean;
    /** The same sender gets at most one in so many minutes. */
    perSenderMinutes: number;
  };
  followUps: FollowUpRules;
  /** When somebody is at work, as customers are told; null: always. */
  workingHours: Calendar | null;
  signatures: Signature[];
  templates: Template[];
  survey: SurveySettings;
}

export function defaultReplySettings(): ReplySettings {
  return {
    acknowledgements: { enabled: true, perSenderMinutes: 60 },
    followUps: noFollowUps,
    workingHours: null,
    signatures: [],
    templates: shippedTemplates(),
    survey: noSurvey,
  };
}

/** The signature that speaks for this mailbox and agent: the most particular one, or null. An agent's own comes first. */
export function signatureFor(
  signatures: readonly Signature[],
  mailbox: string,
  agent: string | null,
): Signature | null {
  const fitting = signatures.filter(
    (one) =>
      (one.mailbox === null || one.mailbox.toLowerCase() === mailbox) && (one.agent === null || one.agent === agent),
  );
  const rank = (one: Signature) => (one.agent === null ? 0 : 2) + (one.mailbox === null ? 0 : 1);
  return fitting.reduce<Signature | null>(
    (found, one) => (found === null || rank(one) > rank(found) ? one : found),
    null,
  );
}
