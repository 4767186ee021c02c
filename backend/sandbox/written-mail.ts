import { randomUUID } from 'node:crypto';
import type { SandboxMail, SandboxSent } from '../contracts/sandbox.ts';
import type { GraphMessage } from './graph-emulator/graph-types.ts';

type Header = { name: string; value: string };

/** A mail written on the sandbox page as the Graph message that arrives; `parent` is the mail it answers. */
export function writtenMail(
  mail: SandboxMail,
  parent: GraphMessage | undefined,
): { internetMessageId: string; message: Record<string, unknown> } {
  const internetMessageId = headerValue(mail.headers, 'Message-ID') ?? `<${randomUUID()}@${domainOf(mail.from.email)}>`;
  const from = { emailAddress: { name: mail.from.name, address: mail.from.email } };
  const message = {
    internetMessageId,
    subject: mail.subject,
    body: { contentType: mail.contentType, content: mail.body },
    from,
    sender: from,
    toRecipients: [{ emailAddress: { name: '', address: mail.to } }],
    internetMessageHeaders: headersOf(mail, internetMessageId, parent),
  };
  return { internetMessageId, message };
}

/** A mail that an agent wrote in Outlook, as Graph takes it to be sent. Outlook leaves out the marks of our own sending. */
export function sentMail(
  mail: SandboxSent,
  agentName: string,
  parent: GraphMessage | undefined,
): { internetMessageId: string; message: Record<string, unknown> } {
  const internetMessageId = `<${randomUUID()}@${domainOf(mail.from)}>`;
  const from = { emailAddress: { name: agentName, address: mail.from } };
  const recipient = ({ name, email }: { name: string; email: string }) => ({ emailAddress: { name, address: email } });
  const message = {
    internetMessageId,
    subject: mail.subject,
    body: { contentType: 'html', content: mail.html },
    from,
    toRecipients: mail.to.map(recipient),
    ccRecipients: mail.cc.map(recipient),
    internetMessageHeaders: parent === undefined ? [] : threadHeaders(parent),
    ...(parent !== undefined && { conversationId: parent.conversationId }),
    attachments: mail.files.map(({ name, content }) => ({
      '@odata.type': '#microsoft.graph.fileAttachment',
      name,
      contentBytes: content,
    })),
  };
  return { internetMessageId, message };
}

/** What a mail program adds, unless the writer set the same header by hand. */
function headersOf(mail: SandboxMail, messageId: string, parent: GraphMessage | undefined): Header[] {
  const usual: Header[] = [
    { name: 'From', value: mail.from.email },
    { name: 'To', value: mail.to },
    { name: 'Message-ID', value: messageId },
    ...(parent === undefined ? [] : threadHeaders(parent)),
  ];
  const own = new Set(mail.headers.map(({ name }) => name.toLowerCase()));
  return [...usual.filter(({ name }) => !own.has(name.toLowerCase())), ...mail.headers];
}

function threadHeaders(parent: GraphMessage): Header[] {
  const { internetMessageId, internetMessageHeaders } = parent;
  const before =
    headerValue(internetMessageHeaders, 'References') ?? headerValue(internetMessageHeaders, 'In-Reply-To');
  const references = before === undefined ? internetMessageId : `${before} ${internetMessageId}`;
  return [
    { name: 'In-Reply-To', value: internetMessageId },
    { name: 'References', value: references },
  ];
}

function headerValue(headers: Header[], name: string): string | undefined {
  return headers.find((header) => header.name.toLowerCase() === name.toLowerCase())?.value;
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
