import type { SupportCase } from '../../domain/case/case.ts';
import type { Outgoing } from '../../domain/mail/outgoing.ts';
import { reasonNotToAcknowledge } from '../../domain/reply/acknowledgement.ts';
import { isOvertaken } from '../../domain/reply/follow-up.ts';
import { placeholderValues } from '../../domain/reply/placeholder-values.ts';
import { fillIn } from '../../domain/reply/placeholders.ts';
import { plainHtml } from '../../domain/reply/plain-html.ts';
import { signatureFor } from '../../domain/reply/reply-settings.ts';
import { shippedTemplates } from '../../domain/reply/shipped/shipped-templates.ts';
import { chooseTemplate } from '../../domain/reply/template.ts';
import { WorkingHours } from '../../domain/reply/working-hours.ts';
import { endingOf } from '../../domain/survey/satisfaction.ts';
import { surveyBlock } from '../surveys/survey-block.ts';
import type { Composed, Context, LetterText } from './composed.ts';
import type { OutboxDeps } from './deps.ts';
import { replySettings } from './reply-settings.ts';

/** The analyst usually speaks within a second, and the text depends on what it says. */
const waitForAnalysisMs = 15_000;

/** Why an automatic mail is not sent, or not yet; null when it may go. */
export async function objectionTo(deps: OutboxDeps, mail: Outgoing, { value }: Context): Promise<Composed | null> {
  const nowMs = deps.clock.nowMs();
  if (mail.kind === 'reply') return null;
  if (mail.kind === 'survey') return notAsked(deps, mail, value);
  if (mail.kind !== 'acknowledgement') {
    if (isOvertaken(value, mail.queuedAt)) return { kind: 'unsent', reason: 'Not sent: the case has moved on.' };
    return tooSoon(deps, mail, value.customer.email);
  }
  if (value.ai === null && nowMs - Date.parse(mail.queuedAt) < waitForAnalysisMs) return { kind: 'later', waitMs: 500 };
  const reason =
    reasonNotToAcknowledge(value, mail.queuedAt, nowMs) ?? (await refusal(deps, mail, value.customer.email));
  return reason === null ? null : { kind: 'unsent', reason };
}

async function refusal(deps: OutboxDeps, mail: Outgoing, customer: string): Promise<string | null> {
  const email = customer.toLowerCase();
  if (deps.ourMailboxes.includes(email)) return 'No acknowledgement: it would come back to us.';
  const { enabled, perSenderMinutes } = (await replySettings(deps)).acknowledgements;
  if (!enabled) return 'No acknowledgement: they are switched off.';
  const notSince = new Date(deps.clock.nowMs() - perSenderMinutes * 60_000).toISOString();
  const mayGo = await deps.allowance.take(`acknowledgement|${email}`, mail.id, deps.clock.now(), notSince);
  return mayGo ? null : 'No acknowledgement: this sender got one a short while ago.';
}

/** Mail that rules send goes to a customer once an hour at most, whatever the rules say, so that no loop can form. */
async function tooSoon(deps: OutboxDeps, mail: Outgoing, customer: string): Promise<Composed | null> {
  const email = customer.toLowerCase();
  const notSince = new Date(deps.clock.nowMs() - 3_600_000).toISOString();
  const mayGo = await deps.allowance.take(`${mail.kind}|${email}`, mail.id, deps.clock.now(), notSince);
  if (mayGo && !deps.ourMailboxes.includes(email)) return null;
  return { kind: 'unsent', reason: 'Not sent: this customer got such a mail a short while ago.' };
}

/** A survey speaks of how the case ended, so it waits for nobody and goes only while that end lasts. */
async function notAsked(deps: OutboxDeps, mail: Outgoing, value: SupportCase): Promise<Composed | null> {
  const email = value.customer.email.toLowerCase();
  const { enabled, perCustomerDays } = (await replySettings(deps)).survey;
  if (!enabled) return { kind: 'unsent', reason: 'No survey: it is switched off.' };
  if (endingOf(value) === null) return { kind: 'unsent', reason: 'No survey: the case goes on again.' };
  if (value.mergedInto !== null) return { kind: 'unsent', reason: 'No survey: the case was merged into another.' };
  const notSince = new Date(deps.clock.nowMs() - perCustomerDays * 86_400_000).toISOString();
  if (await deps.allowance.take(`survey|${email}`, mail.id, deps.clock.now(), notSince)) return null;
  return { kind: 'unsent', reason: 'No survey: this customer was asked a short while ago.' };
}

/** The text of the template that fits the case best; null when there is none for this kind of mail. */
export async function composeAutomatic(
  deps: OutboxDeps,
  mail: Outgoing,
  { value }: Context,
): Promise<LetterText | null> {
  const { templates, signatures, workingHours, survey } = await replySettings(deps);
  const nowMs = deps.clock.nowMs();
  const hours = new WorkingHours(workingHours);
  const backAt = hours.backAt(nowMs);
  const { language, complaint, sentiment, category } = value;
  const hoursNow = backAt === null ? ('inside' as const) : ('outside' as const);
  const now = { language, complaint, sentiment, category, hours: hoursNow };
  // Texts that were written before there were surveys have none for them.
  const shipped = mail.kind === 'survey' ? shippedTemplates() : [];
  const template = chooseTemplate(templates, mail.kind, now) ?? chooseTemplate(shipped, mail.kind, now);
  if (template === undefined) return null;
  const moment = { nowMs, timeZone: hours.timeZone, backAt };
  const spoken = template.language ?? (language === 'und' ? 'en' : language);
  const values = placeholderValues(value, spoken, { agent: null, team: value.team }, moment);
  const signature = signatureFor(signatures, mail.mailbox, null);
  const said = fillIn(template.text, values);
  const end = signature === null ? '' : `\n\n${fillIn(`-- \n${signature.text}`, values)}`;
  const letter = { to: [value.customer], cc: [], attachments: [] };
  const ending = mail.kind === 'survey' || mail.kind === 'closing' ? endingOf(value) : null;
  if (!survey.enabled || ending === null) return { ...letter, ...written(`${said}${end}`) };
  const asked = surveyBlock(deps.surveyLinks, survey, { id: value.id, language: spoken }, ending, nowMs);
  // The links are the customer's alone: whoever reads the case must not be able to answer for them.
  const kept = written(`${said}\n\n${asked.question}${end}`);
  const html = `${plainHtml(said)}\n${asked.html}\n${plainHtml(end)}`;
  return { ...letter, text: `${said}\n\n${asked.text}${end}`, html, survey: { ending, kept } };
}

function written(text: string): { text: string; html: string } {
  return { text, html: plainHtml(text) };
}
