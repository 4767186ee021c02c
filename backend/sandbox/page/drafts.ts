import type { SandboxMail, SandboxOpenMail } from '../../contracts/sandbox.ts';

/** The form as it is filled in. */
export interface Draft {
  from: string;
  to: string;
  subject: string;
  body: string;
  /** One header a line: `Name: value`. */
  headers: string;
  /** The mail it answers, by its id and in words. */
  answers: { id: string; what: string } | null;
}

const support = 'support@contoso.example';

export const emptyDraft: Draft = { from: '', to: support, subject: '', body: '', headers: '', answers: null };

/** Samples that are nicer to read and change before they are sent, by the sample's key. */
export const readyDrafts: Record<string, Draft> = {
  'nadia-leak-worse': {
    ...emptyDraft,
    from: 'Nadia Haddad <nadia.haddad@example.com>',
    subject: 'Water is coming through the ceiling AGAIN',
    body: 'This is the third time I write. Water is running down the wall of flat 3B right now and the ceiling is coming down. Nobody has called me back since this morning. This is unacceptable. I want a plumber here within the hour or I call a lawyer.\n\nNadia Haddad, Elm Street 14, flat 3B',
  },
  'sabine-doppelt': {
    ...emptyDraft,
    from: 'Sabine Vogt <sabine.vogt@example.com>',
    subject: 'Doppelte Abbuchung im Oktober',
    body: 'Guten Tag,\n\nim Oktober wurden 89,00 € zweimal abgebucht. Bitte prüfen Sie das und erstatten Sie den Betrag bis Freitag.\n\nMit freundlichen Grüßen\nSabine Vogt',
  },
};

/** What the sender of a mail would write next into the same conversation. */
export function answerTo(mail: SandboxOpenMail, caseNumber: string | null): Draft {
  const person = mail.from;
  const subject = mail.subject.replace(/^(?:re|aw): ?/i, '');
  return {
    ...emptyDraft,
    from: person === null ? '' : `${person.name} <${person.email}>`,
    to: mail.mailbox,
    subject: `Re: ${subject}`,
    body: 'Is there any news? It has not become better since I wrote.',
    answers: { id: mail.id, what: caseNumber ?? subject },
  };
}

const address = /^\s*(?:"?([^"<>]*?)"?\s*<([^<>\s]+@[^<>\s]+)>|([^<>\s]+@[^<>\s]+))\s*$/;

/** "Name <a@b.example>" or a bare address; null when it is neither. */
export function readPerson(text: string): { name: string; email: string } | null {
  const match = address.exec(text.slice(0, 600));
  if (match === null) return null;
  const email = match[2] ?? match[3] ?? '';
  return { email, name: (match[1] ?? '').trim() || email };
}

/** First word of the name, for the button: "Send as Sabine". */
export function firstName(from: string): string {
  return readPerson(from)?.name.split(/[\s@]/)[0] ?? '';
}

export interface DraftFaults {
  from?: string;
  to?: string;
  headers?: string;
}

/** The mail to send, or what is wrong with the form. */
export function readDraft(draft: Draft): { mail: SandboxMail; faults: null } | { mail: null; faults: DraftFaults } {
  const from = readPerson(draft.from);
  const to = readPerson(draft.to);
  const lines = draft.headers.split('\n').filter((line) => line.trim() !== '');
  const headers = lines.map(readHeader);
  const wrong = lines.find((_, at) => headers[at] === null);
  const faults: DraftFaults = {
    ...(from === null && { from: 'An address such as Sabine Vogt <sabine.vogt@example.com>.' }),
    ...(to === null && { to: 'One address of a support mailbox.' }),
    ...(wrong !== undefined && { headers: `A header reads Name: value, unlike “${wrong.slice(0, 60)}”.` }),
  };
  if (from === null || to === null || wrong !== undefined) return { mail: null, faults };
  const mail: SandboxMail = {
    from,
    to: to.email,
    subject: draft.subject,
    body: draft.body,
    contentType: 'text',
    headers: headers.filter((header) => header !== null),
    ...(draft.answers !== null && { inReplyTo: draft.answers.id }),
  };
  return { mail, faults: null };
}

function readHeader(line: string): { name: string; value: string } | null {
  const colon = line.indexOf(':');
  const name = line.slice(0, colon).trim();
  if (colon < 1 || !/^[!-9;-~]+$/.test(name)) return null;
  return { name, value: line.slice(colon + 1).trim() };
}
