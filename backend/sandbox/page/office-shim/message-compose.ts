import { textHtml } from '../../../../ui/text-html.ts';
import { htmlText } from '../html-text.ts';
import { answerWith, doneOf, succeed } from './answers.ts';
import type { HostLine } from './host-line.ts';
import { details, peopleOf } from './people.ts';
import type { DraftMail, DraftPart } from './protocol.ts';

/** A mail being written as `Office.MessageCompose` of requirement set Mailbox 1.13 shows it. `draft` answers its present state. */
export function messageCompose(draft: () => DraftMail, line: HostLine): object {
  const write = (part: DraftPart, rest: unknown[], value?: unknown) =>
    answerWith(
      doneOf(rest),
      line.ask({ what: 'write', part }).then((done) => (done === true ? value : null)),
    );
  const people = (field: 'to' | 'cc') => ({
    getAsync: (...rest: unknown[]) => succeed(doneOf(rest), draft()[field].map(details)),
    setAsync: (given: unknown, ...rest: unknown[]) =>
      write({ [field]: peopleOf(given) } as { to: DraftMail['to'] } | { cc: DraftMail['cc'] }, rest),
    addAsync: (given: unknown, ...rest: unknown[]) =>
      write(
        { [field]: [...draft()[field], ...peopleOf(given)] } as { to: DraftMail['to'] } | { cc: DraftMail['cc'] },
        rest,
      ),
  });
  return {
    itemType: 'message',
    // While a mail is written it has no id yet that Exchange would know.
    itemId: undefined,
    get conversationId() {
      return draft().conversationId;
    },
    subject: {
      getAsync: (...rest: unknown[]) => succeed(doneOf(rest), draft().subject),
      setAsync: (subject: string, ...rest: unknown[]) => write({ subject }, rest),
    },
    to: people('to'),
    cc: people('cc'),
    bcc: { getAsync: (...rest: unknown[]) => succeed(doneOf(rest), []) },
    body: {
      getAsync: (type: string, ...rest: unknown[]) =>
        succeed(doneOf(rest), type === 'html' ? draft().html : htmlText(draft().html)),
      getTypeAsync: (...rest: unknown[]) => succeed(doneOf(rest), 'html'),
      setAsync: (html: string, ...rest: unknown[]) => write({ html: asHtml(html, rest) }, rest),
      setSelectedDataAsync: (html: string, ...rest: unknown[]) => write({ insert: asHtml(html, rest) }, rest),
    },
    getAttachmentsAsync: (...rest: unknown[]) => {
      const files = draft().attachments.map((file) => ({ ...file, attachmentType: 'file', isInline: false }));
      succeed(doneOf(rest), files);
    },
    addFileAttachmentFromBase64Async: (content: string, name: string, ...rest: unknown[]) =>
      write({ addFile: { name, content } }, rest, name),
    getComposeTypeAsync: (...rest: unknown[]) => {
      const composeType = draft().conversationId === '' ? 'newMail' : 'reply';
      succeed(doneOf(rest), { composeType, coercionType: 'html' });
    },
  };
}

/** Text unless the caller says that it is HTML. */
function asHtml(given: string, rest: unknown[]): string {
  const options = rest.find((each) => typeof each === 'object' && each !== null) as
    | { coercionType?: string }
    | undefined;
  if (options?.coercionType === 'html') return given;
  return textHtml(given);
}
