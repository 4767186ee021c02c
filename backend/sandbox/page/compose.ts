import { textHtml } from '../../../ui/text-html.ts';
import type { SandboxOpenMail } from '../../contracts/sandbox.ts';
import { htmlText } from './html-text.ts';
import type { DraftMail, DraftPart, Person } from './office-shim/protocol.ts';

/** A mail that the agent writes, with what only Outlook knows of it. */
export interface Composed extends Omit<DraftMail, 'html'> {
  /** What the agent writes. */
  text: string;
  /** The mail below it, as sanitised HTML; empty for none. Shown in the mail's frame alone. */
  quoted: string;
  /** Mailbox it is sent from. */
  from: string;
  /** Graph id of the mail it answers, or null. */
  answers: string | null;
  /** Base64 by the id of the file. */
  contents: Record<string, string>;
}

let drafts = 0;

/** An answer to everybody on the mail, with this text above what is quoted. */
export function answerToAll(mail: SandboxOpenMail, html: string): Composed {
  const others = [...mail.to, ...mail.cc].filter(({ email }) => email !== mail.mailbox && email !== mail.from?.email);
  const head = `On ${new Date(mail.receivedAt).toUTCString()}, ${nameOf(mail.from)} wrote:`;
  const quoted = mail.safeHtml === '' ? textHtml(mail.text) : mail.safeHtml;
  return {
    ...blank(mail.mailbox),
    subject: /^(?:re|aw|wg|sv|tr):/i.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`,
    to: mail.from === null ? [] : [mail.from],
    cc: others,
    text: htmlText(html),
    quoted: `<hr>${textHtml(head)}<blockquote>${quoted}</blockquote>`,
    conversationId: mail.conversationId ?? '',
    answers: mail.id,
  };
}

/** The whole mail as it is sent, and as the add-in reads it. */
export function composedHtml({ text, quoted }: Composed): string {
  return `<div>${textHtml(text)}</div>${quoted}`;
}

function blank(from: string): Composed {
  drafts += 1;
  const nothing = { subject: '', to: [], cc: [], text: '', quoted: '', attachments: [], contents: {} };
  return { ...nothing, id: `draft-${drafts}`, from, conversationId: '', answers: null };
}

/** The draft with a part changed; text is put in at the top, where the cursor of an answer is. */
export function withPart(draft: Composed, part: DraftPart): Composed {
  if ('insert' in part) return { ...draft, text: `${htmlText(part.insert)}\n\n${draft.text}`.trim() };
  if ('html' in part) return { ...draft, text: htmlText(part.html), quoted: '' };
  if (!('addFile' in part)) return { ...draft, ...part };
  const { name, content } = part.addFile;
  const id = `file-${draft.attachments.length + 1}`;
  const size = Math.floor((content.length * 3) / 4);
  return {
    ...draft,
    attachments: [...draft.attachments, { id, name, size }],
    contents: { ...draft.contents, [id]: content },
  };
}

/** `Name <address>` or an address, with commas or semicolons between. */
export function readPeople(text: string): Person[] {
  return text.split(/[,;]/).flatMap((each): Person[] => {
    const match = /^\s*(?:(.*?)\s*<([^<>\s]+)>|(\S+))\s*$/.exec(each);
    const email = match?.[2] ?? match?.[3];
    return email === undefined ? [] : [{ email, name: match?.[1] || email }];
  });
}

export function peopleText(people: Person[]): string {
  return people.map(({ name, email }) => (name === email || name === '' ? email : `${name} <${email}>`)).join(', ');
}

function nameOf(person: Person | null): string {
  return person === null ? 'somebody' : person.name || person.email;
}
