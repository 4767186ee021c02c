import type { IncomingMail } from './mail.ts';
import { plainBody } from './plain-body.ts';
import { normaliseMessageId } from './thread-ids.ts';

/** What a report says of one address. */
export interface ReportedRecipient {
  email: string;
  outcome: 'failed' | 'delayed' | 'delivered' | 'complained';
  /** Enhanced status code such as `5.1.1` (RFC 3463), or null. */
  status: string | null;
}

/** What a bounce or an abuse report says about a mail that was sent from here. */
export interface DeliveryReport {
  kind: 'bounce' | 'feedback_report';
  /** Message-IDs of the reported mail, with angle brackets. */
  originalIds: string[];
  /** Case numbers that the returned headers carry; anybody may have written them. */
  caseNumbers: string[];
  recipients: ReportedRecipient[];
}

const longestPart = 100_000;
const mostIds = 5;
const mostRecipients = 50;

interface Field {
  name: string;
  value: string;
}

/**
 * Reads a delivery status notification (RFC 3464), an abuse report (RFC 5965), or a mail server's own words.
 * @param parts text of the report's other parts, such as the returned mail, as far as they could be had
 */
export function deliveryReport(mail: IncomingMail, kind: DeliveryReport['kind'], parts: string[]): DeliveryReport {
  const body = plainBody(mail.body);
  const [said = [], ...returned] = [body, ...parts].map((text) => fieldsOf(text.slice(0, longestPart)));
  const fields = [said, ...returned].flat();
  const own = normaliseMessageId(mail.internetMessageId ?? '');
  const ids = valuesOf(fields, ['message-id', 'original-message-id', 'x-original-message-id']).map(firstId);
  const failed = mail.headers.filter((one) => one.name.toLowerCase() === 'x-failed-recipients');
  const named = recipientsOf([...failed.map(({ value }) => ({ name: 'x-failed-recipients', value })), ...fields], kind);
  return {
    kind,
    originalIds: [...new Set(ids)].filter((id) => id !== '' && id !== own).slice(0, mostIds),
    caseNumbers: [...new Set(valuesOf(fields, ['x-handyconnect-case']).flatMap(caseNumber))].slice(0, mostIds),
    recipients: (named.length > 0 ? named : recipientsInWords(mail, body, returned.flat(), kind)).slice(
      0,
      mostRecipients,
    ),
  };
}

/** Header fields of a text wherever they stand, folded lines joined (RFC 5322, 2.2.3). */
function fieldsOf(text: string): Field[] {
  const fields: Field[] = [];
  let open: Field | undefined;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const match = /^(?:> ?)?([A-Za-z][A-Za-z0-9-]{1,40})\s?:(.{0,2000})/.exec(line);
    if (match !== null) {
      open = { name: (match[1] ?? '').toLowerCase(), value: (match[2] ?? '').trim() };
      fields.push(open);
    } else if (open !== undefined && /^[ \t]+\S/.test(line) && open.value.length < 2_000) {
      open.value = `${open.value} ${line.slice(0, 2_000).trim()}`.trim();
    } else {
      if (open !== undefined) fields.push({ name: '', value: '' });
      open = undefined;
    }
  }
  return fields;
}

function valuesOf(fields: Field[], names: string[]): string[] {
  return fields.filter((field) => names.includes(field.name)).map((field) => field.value);
}

function firstId(value: string): string {
  const bracketed = /<([^<>\s]{1,500})>/.exec(value)?.[1];
  const bare = /^[^\s<>]{1,500}$/.exec(value)?.[0];
  return normaliseMessageId(bracketed ?? bare ?? '');
}

function caseNumber(value: string): string[] {
  const digits = /^\s?\[?HC-(\d{1,12})\]?\s?$/i.exec(value)?.[1];
  return digits === undefined ? [] : [`HC-${digits}`];
}

const aloneNames = new Set([
  'x-failed-recipients',
  'original-rcpt-to',
  'removal-recipient',
  'x-hmxmroriginalrecipient',
]);

const unsaid = { action: '', status: null };

function recipientsOf(fields: Field[], kind: DeliveryReport['kind']): ReportedRecipient[] {
  const found = new Map<string, ReportedRecipient>();
  let group: { email: string | undefined; action: string; status: string | null } | undefined;
  const close = () => {
    if (group?.email !== undefined && !found.has(group.email)) {
      found.set(group.email, { email: group.email, outcome: outcomeOf(group, kind), status: group.status });
    }
    group = undefined;
  };
  for (const { name, value } of fields) {
    if (aloneNames.has(name)) {
      for (const email of addressesIn(value)) {
        if (!found.has(email)) found.set(email, { email, outcome: outcomeOf(unsaid, kind), status: null });
      }
    } else if (name === 'final-recipient' || name === 'original-recipient') {
      const [email] = addressesIn(value);
      if (name === 'final-recipient' && group?.action !== '') close();
      group ??= { email, action: '', status: null };
      group.email ??= email;
    } else if (name === 'action' && group !== undefined) group.action = value.toLowerCase();
    else if (name === 'status' && group !== undefined)
      group.status = /[245]\.\d{1,3}\.\d{1,3}/.exec(value)?.[0] ?? null;
    else if (name === '') close();
  }
  close();
  return [...found.values()];
}

function outcomeOf(
  { action, status }: { action: string; status: string | null },
  kind: DeliveryReport['kind'],
): ReportedRecipient['outcome'] {
  if (kind === 'feedback_report') return 'complained';
  if (/^delay/.test(action)) return 'delayed';
  if (/^(?:delivered|relayed|expanded)/.test(action)) return 'delivered';
  if (/^fail/.test(action)) return 'failed';
  return status?.startsWith('4') ? 'delayed' : 'failed';
}

/**
 * Whom a report without fields is about: addresses that begin a line ("<ann@one.example>: host said …"), else whom the
 * returned mail was written to, else the first address that is spoken of.
 */
function recipientsInWords(mail: IncomingMail, body: string, returned: Field[], kind: DeliveryReport['kind']) {
  const known = new Set([mail.from?.email, ...mail.to.map((one) => one.email)]);
  const strangers = (emails: string[]) => [...new Set(emails)].filter((email) => !known.has(email));
  const lines = body.slice(0, 8_000).split(/\r\n|\r|\n/);
  const atStart = strangers(lines.flatMap((line) => leadingAddress.exec(line.slice(0, 400))?.[1]?.toLowerCase() ?? []));
  const writtenTo = strangers(valuesOf(returned, ['to']).flatMap(addressesIn));
  const spokenOf = strangers(addressesIn(body.slice(0, 4_000))).slice(0, 1);
  const emails = [atStart, writtenTo, spokenOf].find((some) => some.length > 0) ?? [];
  const outcome = kind === 'bounce' && delayWords.test(mail.subject) ? 'delayed' : outcomeOf(unsaid, kind);
  return emails.slice(0, 5).map((email): ReportedRecipient => ({ email, outcome, status: null }));
}

const leadingAddress = /^[\s>*-]{0,12}(?:smtp:)?<?([^\s<>@:;,"'()]{1,100}@[^\s<>@:;,"'()]{3,250})>?(?=[\s:]|$)/i;
const delayWords = /delay|warning|verzöger|retard|retras|atras/i;

function addressesIn(value: string): string[] {
  const plain = value.replace(/^[\w-]{1,20}\s?;/, '').slice(0, 2_000);
  const found = plain.matchAll(/[^\s<>@:;,"'()]{1,100}@[^\s<>@:;,"'()]{1,250}/g);
  return [...found].map(([email]) => email.toLowerCase()).slice(0, 20);
}
