import type { Outgoing } from '../../domain/mail/outgoing.ts';
import { reasonNotToAcknowledge } from '../../domain/reply/acknowledgement.ts';
import { isOvertaken } from '../../domain/reply/follow-up.ts';
import { placeholderValues } from '../../domain/reply/placeholder-values.ts';
import { fillIn } from '../../domain/reply/placeholders.ts';
import { plainHtml } from '../../domain/reply/plain-html.ts';
import { signatureFor } from '../../domain/reply/reply-settings.ts';
import { chooseTemplate } from '../../domain/reply/template.ts';
import { WorkingHours } from '../../domain/reply/working-hours.ts';
import type { Composed, Context, LetterText } from './composed.ts';
import type { OutboxDeps } from './deps.ts';
import { replySettings } from './reply-settings.ts';

/** The analyst usually speaks within a second, and the text depends on what it says. */
const waitForAnalysisMs = 15_000;

/** Why an automatic mail is not sent, or not yet; null when it may go. */
export async function objectionTo(deps: OutboxDeps, mail: Outgoing, { value }: Context): Promise<Composed | null> {
  const nowMs = deps.clock.nowMs();
  if (mail.kind === 'reply') return null;
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

/** The text of the template that fits the case best; null when there is none for this kind of mail. */
export async function composeAutomatic(
  deps: OutboxDeps,
  mail: Outgoing,
  { value }: Context,
): Promise<LetterText | null> {
  const { templates, signatures, workingHours } = await replySettings(deps);
  const nowMs = deps.clock.nowMs();
  const hours = new WorkingHours(workingHours);
  const backAt = hours.backAt(nowMs);
  const { language, complaint, sentiment, category } = value;
  const template = chooseTemplate(templates, mail.kind, {
    language,
    complaint,
    sentiment,
    category,
    hours: backAt === null ? 'inside' : 'outside',
  });
  if (template === undefined) return null;
  const moment = { nowMs, timeZone: hours.timeZone, backAt };
  const spoken = template.language ?? (language === 'und' ? 'en' : language);
  const values = placeholderValues(value, spoken, { agent: null, team: value.team }, moment);
  const signature = signatureFor(signatures, mail.mailbox, null);
  const parts = [template.text, ...(signature === null ? [] : [`-- \n${signature.text}`])];
  const text = parts.map((part) => fillIn(part, values)).join('\n\n');
  return { to: [value.customer], cc: [], text, html: plainHtml(text), attachments: [] };
}
